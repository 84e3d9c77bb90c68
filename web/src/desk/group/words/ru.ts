import type { GroupWords } from './kk.ts'

export const ru: GroupWords = {
  group: 'Выдача группе',
  lead: 'Для каждого читателя отсканируйте сначала билет, затем книги. В конце выдайте всё сразу.',
  scan: 'Билет или экземпляр',
  add: 'Добавить',
  forReader: (card) => `Книги, которые вы сканируете сейчас, записываются на билет: ${card}`,
  readerFirst: 'Сначала отсканируйте читательский билет.',
  twice: 'Этот экземпляр уже в списке.',
  onSite: 'Для чтения в зале',
  lendAll: 'Выдать всё',
  reader: 'Билет',
  copy: 'Экземпляр',
  outcome: 'Результат',
  waits: 'В списке',
  lentUntil: (title, day) => `Выдано: ${title}. Срок возврата: ${day}`,
  remove: 'Убрать',
  confirm: 'Подтвердить и выдать',
  mayBeConfirmedBy: 'Подтвердить может',
  sum: (lent, not) => `Выдано: ${lent}. Не выдано: ${not}.`,
  again: 'Новый список',
}
