import { describe, expect, it } from 'vitest'
import { choosePassword } from '../../../worker/domain/staff/choose-password.ts'

const isEasy = (password: string, login = 'aigerim') => choosePassword(login, password)?.refusals[0] === 'password-is-too-easy'

describe('the password of one of the staff', () => {
  it.each(['көл жағасында үш қайың', 'balqash-2026', 'correct horse battery', 'f7K!p2Qz9wLm'])('may be %s', (password) => {
    expect(isEasy(password)).toBe(false)
  })

  it.each([
    ['eleven-char', 'too short'],
    ['aaaaaaaaaaaaaaaaaaaa', 'one character'],
    ['abababababababab', 'two characters'],
    ['abcdefghijklmnop', 'a run'],
    ['123456789012345', 'a run of digits'],
    ['Aigerim-at-work', 'the login, in whatever letters'],
    ['my-PassWord-1984', 'what is tried first'],
    ['менің құпиясөзім', 'what is tried first, in Kazakh'],
  ])('is not %s: %s', (password) => {
    expect(isEasy(password)).toBe(true)
  })

  it('counts characters, not their bytes', () => {
    expect(isEasy('қайыңдарым')).toBe(true)
    expect(isEasy('қайыңдарымыз бар')).toBe(false)
  })
})
