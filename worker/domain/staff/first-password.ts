import { type Refusal, refuse } from '../refusal.ts'
import { choosePassword } from './choose-password.ts'

/** ASVS 4.0, 2.3.1: a password that another gave soon ends. */
export const FIRST_PASSWORD_LASTS_MS = 7 * 24 * 3_600_000

interface Entering {
  login: string
  /** The one that was given, and is right. */
  password: string
  givenAt: string | null
  /** Which one they choose instead. */
  next: string | undefined
}

/** A password that another gave opens nothing but the choice of one's own. */
export function enterWith({ login, password, givenAt, next }: Entering, now: Date): { chosen: string | undefined } | Refusal {
  if (givenAt === null) return { chosen: undefined }
  if (now.getTime() - Date.parse(givenAt) > FIRST_PASSWORD_LASTS_MS) return refuse('first-password-has-expired')
  if (next === undefined || next === password) return refuse('password-must-be-chosen')
  return choosePassword(login, next) ?? { chosen: next }
}
