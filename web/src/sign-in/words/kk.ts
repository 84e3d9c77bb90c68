export const kk = {
  next: 'Жаңа құпиясөз, кемінде 12 таңба',
}

export type SignInWords = typeof kk
