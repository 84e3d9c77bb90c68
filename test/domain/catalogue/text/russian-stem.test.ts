import { expect, it } from 'vitest'
import { russianStem } from '../../../../worker/domain/catalogue/text/russian-stem.ts'

it.each([
  ['казахстан', 'казахстана', 'казахстане', 'казахстаном'],
  ['абай', 'абаю', 'абаем'],
  ['песок', 'песка', 'песком'],
  ['отец', 'отца', 'отцы'],
  ['подарок', 'подарки'],
  ['конец', 'конца'],
  ['человек', 'человека', 'человеком'],
  ['урок', 'уроки'],
  ['день', 'дня', 'дни'],
  ['лев', 'льва', 'львы'],
  ['огонь', 'огня', 'огнем'],
  ['любовь', 'любви', 'любовью'],
  ['три', 'трех', 'трёх', 'тремя'],
  ['мушкетеров', 'мушкетера'],
  ['книга', 'книги', 'книгами'],
])('%s and its forms have one stem', (...forms) => {
  expect(new Set(forms.map((form) => russianStem(form))).size).toBe(1)
})

it.each([
  ['срок', 'сорок'],
  ['век', 'ветка'],
  ['волк', 'волокно'],
])('%s and %s stay apart', (one, other) => {
  expect(russianStem(one)).not.toBe(russianStem(other))
})

it('has nothing to say of a Kazakh word', () => {
  expect(russianStem('қазақ')).toBeUndefined()
})

it.each([
  ['абая', 'абаи'],
  ['мая', 'маи'],
  ['боя', 'бои'],
])('%s keeps enough to be found by the key %s', (form, key) => {
  expect(russianStem(form)).toBe(key)
})
