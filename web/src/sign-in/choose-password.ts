import { signIn } from '../api.ts'

/** Enters with a password for one use. When it was chosen already, and only the answer was lost, the new one opens. */
export async function enterAndChoose(login: string, password: string, next: string) {
  const answer = await signIn(login, password, next)
  return !answer.ok && answer.refused === 'sign-in-failed' ? signIn(login, next) : answer
}
