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

  it.each(['قازاق', '1984', '', 'абаi', 'абай'])('has no other reading when there is nothing to repair: %j', (text) => {
    expect(otherLayoutReadings(text)).toEqual([])
  })
})
