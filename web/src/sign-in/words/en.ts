import type { SignInWords } from './kk.ts'

export const en: SignInWords = {
  next: 'New password, at least 12 characters',
}
