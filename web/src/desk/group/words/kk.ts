export const kk = {
  group: 'Топқа беру',
  lead: 'Әр оқырман үшін алдымен билетін, сосын кітаптарын сканерлеңіз. Соңында бәрін бірден беріңіз.',
  scan: 'Билет немесе дана',
  add: 'Қосу',
  forReader: (card: string) => `Қазір сканерленетін кітаптар мына билетке жазылады: ${card}`,
  readerFirst: 'Алдымен оқырман билетін сканерлеңіз.',
  twice: 'Бұл дана тізімде бар.',
  onSite: 'Оқу залында оқу үшін',
  lendAll: 'Бәрін беру',
  reader: 'Билет',
  copy: 'Дана',
  outcome: 'Нәтиже',
  waits: 'Тізімде',
  lentUntil: (title: string, day: string) => `Берілді: ${title}. Қайтару мерзімі: ${day}`,
  remove: 'Алып тастау',
  confirm: 'Растап беру',
  mayBeConfirmedBy: 'Растай алады',
  sum: (lent: number, not: number) => `Берілгені: ${lent}. Берілмегені: ${not}.`,
  again: 'Жаңа тізім',
}

export type GroupWords = typeof kk
