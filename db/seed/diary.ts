import type { Day } from '../../worker/domain/calendar.ts'
import { isOpen } from '../../worker/domain/library-calendar.ts'
import { EVENT_KINDS, PAID_SERVICES } from '../../worker/domain/statistics/services.ts'
import { BRANCHES, CENTRAL_BRANCH } from './branches.ts'
import type { LendableCopy } from './lending-desk.ts'
import { historyDays, instantAt } from './local-time.ts'
import { seedCalendar } from './policy.ts'
import { seededRandom, weightedDraw } from './random.ts'
import { type JournalLine, lineOf } from './story.ts'

/** What one sheet, one hour, one card costs, in tiyn. */
const PRICES: Record<(typeof PAID_SERVICES)[number], number> = {
  card: 40_000,
  photocopy: 4_000,
  print: 5_000,
  scan: 5_000,
  'electronic-delivery': 30_000,
  internet: 20_000,
  binding: 80_000,
  typing: 25_000,
  bibliography: 100_000,
  'night-loan': 10_000,
  'hall-hire': 1_500_000,
  course: 300_000,
  ticket: 50_000,
  publication: 150_000,
  other: 20_000,
}
const SOLD = { photocopy: 40, print: 30, scan: 12, internet: 10, card: 4, binding: 2, bibliography: 1, 'hall-hire': 0.3 }

/** The working day beside the loans: questions, open shelves, the internet class, events and paid services. */
export function inventDiary(today: Day, copies: readonly LendableCopy[]): JournalLine[] {
  const random = seededRandom(1_977)
  const calendar = seedCalendar(today)
  const lines: JournalLine[] = []
  const shelf = weightedDraw(copies, ({ onSiteOnly }) => (onSiteOnly ? 4 : 1), random)
  const service = weightedDraw(Object.entries(SOLD), ([, weight]) => weight, random)
  for (const day of historyDays(today)) {
    lines.push(lineOf({ at: instantAt(day, 20 * 3_600), day, deed: 'unmet-search', language: 'kaz', quantity: random.between(1, 6) }))
    if (!isOpen(calendar, day)) continue
    for (const { id: branchId } of BRANCHES) {
      const central = branchId === CENTRAL_BRANCH
      const note = (line: Pick<JournalLine, 'deed'> & Partial<JournalLine>) =>
        lines.push(lineOf({ at: instantAt(day, random.between(11, 18) * 3_600), day, staffId: branchId, branchId, ...line }))
      note({ deed: 'reference-question', quantity: random.between(1, central ? 12 : 4) })
      note({ deed: 'internet-session', quantity: random.between(1, central ? 15 : 5) })
      for (let count = random.between(0, central ? 4 : 1); count > 0; count -= 1) {
        const { language, contentGroup, kind } = shelf() ?? {}
        if (language && contentGroup && kind)
          note({ deed: 'on-site-use', language, contentGroup, kind, byHand: true, quantity: random.between(2, 12) })
      }
      const [sold] = service() ?? []
      const kind = PAID_SERVICES.find((known) => known === sold)
      if (kind && random.chance(central ? 0.8 : 0.25)) {
        const quantity = kind === 'hall-hire' || kind === 'binding' ? 1 : random.between(1, 20)
        note({ deed: 'paid-service', kind, quantity, amount: quantity * PRICES[kind] })
      }
      if (random.chance(central ? 0.12 : 0.03)) {
        const event = random.pick(EVENT_KINDS)
        note({ deed: 'event', kind: event })
        note({ deed: 'event-visit', kind: event, quantity: random.between(8, central ? 90 : 35) })
      }
    }
  }
  return lines
}
