import { type Refusal, refuse } from '../refusal.ts'

/** In characters; ASVS 5.0, 6.2. */
export const PASSWORD_LENGTH = { least: 12, most: 200 }

/** What is tried first, wherever it stands in a password. */
const TRIED_FIRST = ['password', 'parol', 'пароль', 'құпиясөз', 'qwerty', 'йцукен', 'bulaq', 'бұлақ', 'admin', 'library']
/** So many different characters at least: `aaaaaaaaaaaa` and `121212121212` are none. */
const LEAST_DIFFERENT = 5

/** What one of the staff may choose: long, and nothing that somebody who knows the login would try first. */
export function choosePassword(login: string, password: string): Refusal | undefined {
  const letters = Array.from(password.toLowerCase())
  const text = letters.join('')
  const follows = letters.filter(
    (letter, index) => index > 0 && letter.charCodeAt(0) - (letters[index - 1] ?? '').charCodeAt(0) === 1,
  ).length
  const isEasy =
    letters.length < PASSWORD_LENGTH.least ||
    new Set(letters).size < LEAST_DIFFERENT ||
    follows > letters.length / 2 ||
    text.includes(login.toLowerCase()) ||
    TRIED_FIRST.some((word) => text.includes(word))
  return isEasy ? refuse('password-is-too-easy') : undefined
}
