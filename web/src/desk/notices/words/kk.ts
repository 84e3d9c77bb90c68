import type { NoticeKind } from '../../../../../worker/domain/notices/notice.ts'

export const kk = {
  notices: 'Хабарламалар',
  toPrint: 'Басып шығарылатын хаттар',
  toPrintHelp: 'Электрондық поштасы жоқ немесе хаты жетпеген оқырмандарға. Басып шығарғаннан кейін белгілеп қойыңыз.',
  nothingToPrint: 'Басып шығаратын хат жоқ',
  letters: 'Хаттар',
  printed: 'Басып шығардым',
  markedPrinted: (count: number) => `Басып шығарылды деп белгіленген хабарлама: ${count}`,
  outbox: 'Жіберілген және күтіп тұрған хабарламалар',
  empty: 'Хабарлама жоқ',
  kind: 'Түрі',
  every: 'Бәрі',
  kinds: {
    'due-soon': 'Мерзімі жақын',
    overdue: 'Мерзімі өткен',
    'hold-waiting': 'Тапсырысы дайын',
  } satisfies Record<NoticeKind, string>,
  reader: 'Оқырман',
  day: 'Күні',
  made: 'Жасалған',
  channel: 'Жолы',
  channels: { email: 'электрондық пошта', print: 'қағаз' },
  state: 'Күйі',
  waits: 'күтіп тұр',
  settled: { sent: 'жіберілді', printed: 'басып шығарылды', dropped: 'керек болмады' },
  attempts: (count: number) => `әрекет саны: ${count}`,
  again: 'Қайта жіберу',
  willBeSent: 'Қайта поштамен жіберіледі',
  willBePrinted: 'Басып шығарылатын хаттарға қосылды',
  more: 'Бұрынғылары',
}

export type NoticeWords = typeof kk
