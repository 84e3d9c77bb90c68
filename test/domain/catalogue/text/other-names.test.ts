import { expect, it } from 'vitest'
import { keyOf } from '../../../../worker/domain/catalogue/text/fold.ts'
import { otherNames } from '../../../../worker/domain/catalogue/text/other-names.ts'

it.each([
  'Қазақстан Казахстан',
  'Байқоңыр Байконур',
  'Мысыр Египет Egypt',
  'Сәтбаев Сатпаев',
  'Өтемісұлы Утемисов',
  'Ясауи Ясави Yesevi',
  'Ұлықбек Улугбек',
  'Шекспир Shakespeare',
  'Маркс Marx',
  'Дулатов Дулатұлы',
])('%s are names of one', (line) => {
  const [name = '', ...others] = line.split(' ').map(keyOf)
  expect(otherNames([name])).toEqual(expect.arrayContaining(others))
})

it.each(['қазақ казах', 'іле или'])('%s are not: the other is too common a word', (line) => {
  const [name = '', other] = line.split(' ').map(keyOf)
  expect(otherNames([name])).not.toContain(other)
})
