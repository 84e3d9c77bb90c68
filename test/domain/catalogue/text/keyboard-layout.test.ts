import { describe, expect, it } from 'vitest'
import { keyOf } from '../../../../worker/domain/catalogue/text/fold.ts'
import { otherLayoutReadings } from '../../../../worker/domain/catalogue/text/keyboard-layout.ts'

describe('text typed with the layout left in English', () => {
  it.each([
    ['rjigtylbkth', 'көшпенділер'],
    ['r-igtyl3kth', 'көшпенділер'],
    ['0fpf0cnfy', 'қазақстан'],
    ['vtlbwbyf', 'медицина'],
    ['f,fq', 'абай'],
    ['ltn/', 'дет.'],
    ['{hecnfkm', 'хрусталь'],
  ])('%s is %s on one of the two layouts', (typed, meant) => {
    expect(otherLayoutReadings(typed).map(keyOf)).toContain(keyOf(meant))
  })

  it('keeps capitals and spaces', () => {
    expect(otherLayoutReadings('F,fq ;jks')).toEqual(['Абай жолы'])
  })

  it('reads Latin words typed on a layout left in Russian', () => {
    expect(otherLayoutReadings('ршыещкн')).toEqual(['history'])
    expect(otherLayoutReadings('руддщ, цщкдв!')).toEqual(['hello, world!'])
  })

  it.each([
    ['к-шпенд3лер', 'көшпенділер'],
    ['2уезов', 'әуезов'],
    ['0ара с-з', 'қара сөз'],
    ['м-лд3р Б-ла0', 'мөлдір Бөлақ'],
    ['-м3р 2', 'өмір 2'],
    ['ж9лдыз 1990', 'жұлдыз 1990'],
    ['0аза0станны4', 'қазақстанның'],
  ])('reads %s, typed on a layout left in Russian, as %s', (typed, meant) => {
    expect(otherLayoutReadings(typed)[0]).toBe(meant)
  })

  it('reads digits typed on a layout left in Kazakh', () => {
    expect(otherLayoutReadings('әққғ')).toContain('2005')
    expect(otherLayoutReadings('ұ.үқ"әіңғ,.үұ')).toContain('9780123456789')
    expect(otherLayoutReadings('ұ.үөққөқұқө"ғққ')).toEqual([])
  })

  it.each(['قازاق', '1984', '', 'абаi', 'абай', 'абай 1984', 'путь абая т.2', 'үңгі', 'өғүңқә'])(
    'has no other reading when there is nothing to repair: %j',
    (text) => {
      expect(otherLayoutReadings(text)).toEqual([])
    },
  )
})
