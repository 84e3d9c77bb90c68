import { describe, expect, it } from 'vitest'
import { enterWith, FIRST_PASSWORD_LASTS_MS } from '../../../worker/domain/staff/first-password.ts'

const NOW = new Date('2026-11-23T05:00:00Z')
const ago = (ms: number) => new Date(NOW.getTime() - ms).toISOString()
const OWN = 'көл жағасында үш қайың'
const entering = { login: 'marat', password: 'кеме жүзген айдын көл', givenAt: ago(60_000), next: undefined }

describe('a password that another gave', () => {
  it('opens nothing until another is chosen', () => {
    expect(enterWith(entering, NOW)).toEqual({ refusals: ['password-must-be-chosen'] })
    expect(enterWith({ ...entering, next: entering.password }, NOW)).toEqual({ refusals: ['password-must-be-chosen'] })
    expect(enterWith({ ...entering, next: 'marat-marat-1' }, NOW)).toEqual({ refusals: ['password-is-too-easy'] })
    expect(enterWith({ ...entering, next: OWN }, NOW)).toEqual({ chosen: OWN })
  })

  it('is worth nothing after a week', () => {
    expect(enterWith({ ...entering, givenAt: ago(FIRST_PASSWORD_LASTS_MS), next: OWN }, NOW)).toEqual({ chosen: OWN })
    const late = { ...entering, givenAt: ago(FIRST_PASSWORD_LASTS_MS + 1), next: OWN }
    expect(enterWith(late, NOW)).toEqual({ refusals: ['first-password-has-expired'] })
  })
})

it('one’s own password opens the door, and stays', () => {
  expect(enterWith({ ...entering, givenAt: null, next: OWN }, NOW)).toEqual({ chosen: undefined })
})
