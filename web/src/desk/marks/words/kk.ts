import type { IncidentKind, Place } from '../../../../../worker/domain/circulation/copy-state.ts'
import type { IncidentClosing } from '../../../../../worker/domain/circulation/incidents/close-incident.ts'

export const kk = {
  heading: 'Жоғалған, бүлінген, «қайтардым» деген кітап',
  barcode: 'Дананың штрихкоды',
  find: 'Табу',
  places: {
    'on-shelf': 'Сөреде',
    'on-loan': 'Оқырманда',
    'in-transit': 'Жолда',
    'hold-shelf': 'Қойылған кітаптар сөресінде',
  } satisfies Record<Place, string>,
  withReader: 'Кімде',
  dueOn: 'Қайтару мерзімі',
  mark: 'Белгісі',
  noMark: 'белгі жоқ',
  withdrawn: 'Есептен шығарылған',
  marks: {
    lost: 'Жоғалған',
    missing: 'Орнында жоқ',
    damaged: 'Бүлінген',
    'claimed-returned': 'Оқырман «қайтардым» дейді',
  } satisfies Record<IncidentKind, string>,
  whatHappened: 'Не болды?',
  note: 'Ескерту (міндетті емес)',
  howEnds: 'Белгі немен аяқталды?',
  endings: {
    found: 'Табылды',
    repaired: 'Жөнделді',
    replaced: 'Тең кітаппен ауыстырылды',
    'written-off': 'Есептен шығару',
    'never-lent': 'Оқырманда болмаған',
  } satisfies Record<IncidentClosing, string>,
  newBarcode: 'Орнына алынған кітаптың штрихкоды',
  newInventoryNumber: 'Түгендеу нөмірі (міндетті емес)',
  replace: 'Ауыстыру',
  writesOff: 'Дана қордан шығады, кері қайтарылмайды.',
  yes: 'Иә, есептен шығару',
  keep: 'Жоқ, қалсын',
  claimsOften: 'Бұл оқырман мұндай мәлімдемені жиі жасайды: сөйлесіп көріңіз.',
  done: 'Белгіленді',
  ended: 'Белгі алынды',
  foundByScan: 'Табылған кітапты F3 режимінде сканерлесеңіз де болады: белгі өзі алынады.',
}

export type MarkWords = typeof kk
