import type { QueryWord } from '../query/clause.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** What people call the thing they look for, and the catalogue does not repeat. */
const FORMS = words(`
  книга книги книгу книг роман романы повесть рассказ рассказы стихи пьеса пьесы поэма поэмы сборник учебник произведение произведения
  том тома томах часть класс класса автор издание издательство жанр серия перевод аудиокнига обложка переплет твердый мягкий новое наличие
  наличии братья город озеро имени
  кітап кітабы кітапты кітабын кітаптар кітаптары кітаптарын кітаптың әңгіме әңгімелері өлең өлеңдер өлеңдері өлеңдерін шығарма шығармасы
  шығармалары романы повесі оқулық бөлім бөлімі сынып сыныбы авторы баспасы аудармасы аты қаласы ағайынды
  первый первая второй вторая третий третья бірінші екінші үшінші
  текст электронный ресурс мәтін электрондық краткое содержание пересказ анализ реферат сочинение отзыв стихотворения научная художественная
  қысқаша мазмұны талдау
  book books novel story stories poems volume vol part author text electronic resource summary audiobook
  егэ огэ ент ұбт қмж бжб тжб проф акад ред сост изд св оз дж эр им
`)

/** For whom, and in which language. */
const FOR_WHOM = words(`
  детей детям детям школьников взрослых балаларға жасөспірімдерге арналған қазақша орысша ағылшынша русском казахском английском языке
  тілінде na russkom kazakhskom
`)

/** How one asks a librarian. */
const REQUESTS = words(`
  здравствуйте здравствуй добрый день привет есть ли вас мне нам нужна нужен нужно нужны подскажите покажите расскажи расскажите пожалуйста
  хочу хотел хотела взять почитать прочитать прочесть надо найти найди найдите ищу дайте дай где можно купить такое завтра кто написал чем
  сәлем сәлеметсіз сәлеметсізбе маған бізге керек керегі еді іздеп іздеймін жүрмін бар ма сіздерде сізде қайда қайдан табамын тауып
  беріңіз беріңізші беріңдерші бер оқығым оқимын келеді алғым жазған кім
  см смотри қараңыз
  please need want find looking where can get have you
  скачать читать онлайн бесплатно жүктеу оқу download read online pdf epub fb2
`)

const PATRONYMIC = /.{3}(?:ович|евич|овна|евна|ична|ұлы|улы|қызы|кызы|uly|kyzy|ovich|evich)$/

export const isRequest = ({ written }: QueryWord) => REQUESTS.has(written)
export const isFormWord = (word: QueryWord) => isRequest(word) || FORMS.has(word.written) || /^\d{1,4}$/.test(word.written)
/** What a record may well be without though it is the one that was meant; as little does it repeat a father's name. */
export const isAside = (word: QueryWord) => isFormWord(word) || FOR_WHOM.has(word.written) || PATRONYMIC.test(word.written)
