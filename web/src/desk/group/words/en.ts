import type { GroupWords } from './kk.ts'

export const en: GroupWords = {
  group: 'Lend to a group',
  lead: 'For each reader scan the card first, then the books. At the end lend them all at once.',
  scan: 'Card or copy',
  add: 'Add',
  forReader: (card) => `The books that you scan now are for card ${card}`,
  readerFirst: 'Scan a reader’s card first.',
  twice: 'This copy is in the list already.',
  onSite: 'To be read here',
  lendAll: 'Lend all',
  reader: 'Card',
  copy: 'Copy',
  outcome: 'Outcome',
  waits: 'In the list',
  lentUntil: (title, day) => `Lent: ${title}. Due on ${day}`,
  remove: 'Remove',
  confirm: 'Confirm and lend',
  mayBeConfirmedBy: 'May be confirmed by',
  sum: (lent, not) => `Lent: ${lent}. Not lent: ${not}.`,
  again: 'A new list',
}
