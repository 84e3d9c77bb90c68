import type { SignInWords } from './kk.ts'

export const ru: SignInWords = {
  next: 'Новый пароль, не менее 12 знаков',
}
