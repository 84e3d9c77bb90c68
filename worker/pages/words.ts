import type { Language } from '../domain/written.ts'

interface Words {
  site: string
  /** What the head of a page says of a record. */
  available: (available: number, total: number) => string
  newBooks: string
  found: (total: number, words: string) => string
  /** What the library offers at its first page. */
  home: string
  branches: string
  browse: string
  /** When not even a page can be drawn. */
  trouble: Record<'heading' | 'help' | 'again', string>
}

/** What only search engines, messengers and feed readers read; the words of the screen are the web's. */
export const WORDS: Record<Language, Words> = {
  kk: {
    site: 'Бұлақ — Балқаш қаласының кітапханалары',
    available: (available, total) => `${total} данадан ${available} қолда бар`,
    newBooks: 'Жаңа түсімдер',
    found: (total, words) => `Балқаш кітапханаларында «${words}» сұрауы бойынша табылғаны: ${total} атау`,
    home: 'Балқаш қаласы кітапханаларының электрондық каталогы: кітапты табыңыз, қай филиалда барын біліңіз, брондаңыз.',
    branches: 'Балқаш қаласының кітапханалары: мекенжайы, жұмыс уақыты, телефоны.',
    browse: 'Балқаш қаласы кітапханаларының каталогы: білім салалары, авторлар, тақырыптар.',
    trouble: {
      heading: 'Бет ашылмады',
      help: 'Ақау тіркелді. Сәл күтіп, бетті қайта ашыңыз немесе кітапханашыға айтыңыз.',
      again: 'Қайта ашу',
    },
  },
  ru: {
    site: 'Бұлақ — библиотеки города Балхаша',
    available: (available, total) => `В наличии экземпляров: ${available} из ${total}`,
    newBooks: 'Новые поступления',
    found: (total, words) => `В библиотеках Балхаша по запросу «${words}» найдено изданий: ${total}`,
    home: 'Электронный каталог библиотек города Балхаша: найдите книгу, узнайте, в каком она филиале, и забронируйте её.',
    branches: 'Библиотеки города Балхаша: адреса, часы работы, телефоны.',
    browse: 'Каталог библиотек города Балхаша: отрасли знаний, авторы, темы.',
    trouble: {
      heading: 'Страница не открылась',
      help: 'Ошибка записана. Подождите немного и откройте страницу снова или скажите библиотекарю.',
      again: 'Открыть снова',
    },
  },
  en: {
    site: 'Bulaq — the libraries of Balkhash',
    available: (available, total) => `${available} of ${total} copies available`,
    newBooks: 'New arrivals',
    found: (total, words) => `Titles found for “${words}” in the libraries of Balkhash: ${total}`,
    home: 'The catalogue of the libraries of Balkhash: find a book, see which branch has it, and place a hold.',
    branches: 'The libraries of Balkhash: addresses, opening hours, telephones.',
    browse: 'The catalogue of the libraries of Balkhash: fields of knowledge, authors, subjects.',
    trouble: {
      heading: 'The page did not open',
      help: 'The error is noted. Wait a moment and open the page again, or tell a librarian.',
      again: 'Open again',
    },
  },
}
