import type { HoldState } from '../../../../worker/domain/circulation/holds/hold.ts'

export const kk = {
  holds: 'Брондау',
  placeHold: 'Оқырманға кітап брондау',
  readerCard: 'Оқырман билеті',
  book: 'Дананың штрихкоды немесе жазба нөмірі',
  bookHelp: 'Кез келген данасын сканерлесеңіз болады: брондалатыны — басылым.',
  onlyThisCopy: 'Тек осы дана керек',
  pickup: 'Қай филиалдан алады',
  hold: 'Брондау',
  held: 'Брондалды',
  holdsOfReader: 'Оқырманның ашық брондары',
  noHolds: 'Ашық бронь жоқ',
  holdStates: {
    queued: 'Кезекте',
    'in-transit': 'Кітап филиалға жолда',
    waiting: 'Кітап оқырманды күтіп тұр',
    filled: 'Орындалды',
    cancelled: 'Тоқтатылды',
    expired: 'Мерзімі өтті',
  } satisfies Record<HoldState, string>,
  placeInQueue: (place: number) => `Кезектегі орны: ${place}`,
  expectedOn: (day: string) => `Болжамды күні: ${day}`,
  nobodyKnows: 'Қашан босайтыны белгісіз',
  lateCopies: (count: number) => `Мерзімі өткен дана: ${count}`,
  suspended: 'Бронь уақытша тоқтатылған',
  pickupAt: (branch: string) => `Алатын жері: ${branch}`,
  cancelHold: 'Броньды тоқтату',
  yesCancel: 'Иә, тоқтату',
  keep: 'Жоқ, қалсын',
  holdCancelled: 'Бронь тоқтатылды',
  scanTheCopy: 'Кітап табылып қойған еді: F3 басып, дананы сканерлеңіз.',
}

export type DeskWords = typeof kk
