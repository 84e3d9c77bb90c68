import type { EventKind, PaidService } from '../../../../../worker/domain/statistics/services.ts'

export const kk = {
  heading: 'Қызмет есебі',
  lead: 'Болған сәтте жазып қойыңыз: күнделікке өзі түседі.',
  deeds: { event: 'Іс-шара', 'internet-session': 'Интернет', 'paid-service': 'Ақылы қызмет' },
  kind: 'Түрі',
  visitors: 'Келгендер саны',
  count: 'Саны',
  amount: 'Алынған ақша, теңге',
  write: 'Жазу',
  written: 'Жазылды',
  eventKinds: {
    exhibition: 'Көрме',
    meeting: 'Кездесу',
    reading: 'Оқылым',
    club: 'Клуб отырысы',
    lesson: 'Сабақ',
    festival: 'Мереке',
    other: 'Басқа',
  } satisfies Record<EventKind, string>,
  paidServices: {
    card: 'Оқырман билеті',
    photocopy: 'Көшірме',
    print: 'Басып шығару',
    scan: 'Сканерлеу',
    'electronic-delivery': 'Электрондық жеткізу',
    internet: 'Интернет',
    binding: 'Түптеу',
    typing: 'Мәтін теру',
    bibliography: 'Библиографиялық анықтама',
    'night-loan': 'Түнге беру',
    'hall-hire': 'Залды жалға беру',
    course: 'Курс',
    ticket: 'Кіру билеті',
    publication: 'Басылым сату',
    other: 'Басқа',
  } satisfies Record<PaidService, string>,
}

export type ServiceWords = typeof kk
