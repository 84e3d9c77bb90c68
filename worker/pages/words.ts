import type { Language } from '../domain/written.ts'

interface Words {
  site: string
  /** What the head of a page says of a record. */
  available: (available: number, total: number) => string
  newBooks: string
}

/** What only search engines, messengers and feed readers read; the words of the screen are the web's. */
export const WORDS: Record<Language, Words> = {
  kk: {
    site: 'Бұлақ — Балқаш қаласының кітапханалары',
    available: (available, total) => `${total} данадан ${available} қолда бар`,
    newBooks: 'Жаңа түсімдер',
  },
  ru: {
    site: 'Бұлақ — библиотеки города Балхаша',
    available: (available, total) => `В наличии экземпляров: ${available} из ${total}`,
    newBooks: 'Новые поступления',
  },
  en: {
    site: 'Bulaq — the libraries of Balkhash',
    available: (available, total) => `${available} of ${total} copies available`,
    newBooks: 'New arrivals',
  },
}
