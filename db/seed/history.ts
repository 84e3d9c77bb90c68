import type { Day } from '../../worker/domain/calendar.ts'
import { isOpen } from '../../worker/domain/library-calendar.ts'
import { ageBand } from '../../worker/domain/statistics/age-band.ts'
import { BRANCHES, CENTRAL_BRANCH } from './branches.ts'
import { inventDiary } from './diary.ts'
import { type LendableCopy, lendingDesk, type OpenLoan } from './lending-desk.ts'
import { historyDays, instantAt } from './local-time.ts'
import { type Reader, SAMPLE_READERS } from './people.ts'
import { seedCalendar } from './policy.ts'
import { type Random, seededRandom, weightedDraw } from './random.ts'
import { type Deed, type JournalLine, type Loan, type LoanChange, lineOf, searchLine } from './story.ts'

export interface HistoryOptions {
  today: Day
  readers: readonly Reader[]
  copies: readonly LendableCopy[]
}

export interface History {
  loans: Loan[]
  changes: LoanChange[]
  journal: JournalLine[]
  /** By reader id: how many loans the reader has ever made. */
  loansMade: Map<number, number>
}

interface Moment {
  second: number
  /** A loan that comes back or is renewed; without it, somebody comes in. */
  loan?: OpenLoan
}

const OPENS = 10 * 3_600
const CLOSES = 19 * 3_600 - 600
const SEARCH_LANGUAGES = [
  ['kaz', 22],
  ['rus', 17],
  ['eng', 4],
] as const

/** Two years of a working library, told day by day; the same day, readers and copies tell the same story. */
export function inventHistory({ today, readers, copies }: HistoryOptions): History {
  const random = seededRandom(1_939)
  const libraryCalendar = seedCalendar(today)
  const desk = lendingDesk(copies, libraryCalendar, random)
  const journal: JournalLine[] = []
  const idle: readonly number[] = Object.values(SAMPLE_READERS)
  const drawReader = weightedDraw(
    readers.filter(({ id }) => !idle.includes(id)),
    () => 0.15 + random.next() ** 2,
    random,
  )
  const registeredIn = new Set<string>()
  const borrowedIn = new Set<string>()
  const arrivals = Map.groupBy(readers, ({ registeredOn }) => registeredOn)

  for (const day of historyDays(today)) {
    journal.push(...SEARCH_LANGUAGES.map(([language, usual]) => searchLine(day, language, random.between(usual, usual * 3))))
    if (!isOpen(libraryCalendar, day)) continue
    const seen = new Set<string>()
    const note = (deed: Deed, second: number, branchId: number, reader: Reader, open?: OpenLoan) => {
      const { copy, id } = open ?? {}
      const borrowed = `${reader.id} ${day.slice(0, 4)}`
      journal.push(
        lineOf({
          at: instantAt(day, second),
          day,
          deed,
          staffId: branchId,
          branchId,
          language: copy?.language ?? 'und',
          contentGroup: copy?.contentGroup ?? null,
          kind: copy?.kind ?? null,
          readerCategory: reader.category,
          ageBand: ageBand(reader.birthYear, Number(day.slice(0, 4))),
          loanId: id ?? null,
          recordId: copy?.recordId ?? null,
          firstOfYear: deed === 'loan' && !borrowedIn.has(borrowed),
        }),
      )
      if (deed === 'loan') borrowedIn.add(borrowed)
    }
    const enter = (second: number, branchId: number, reader: Reader) => {
      const key = `${reader.id} ${branchId}`
      if (!seen.has(key)) note('visit', second, branchId, reader)
      seen.add(key)
      const registered = `${reader.id} ${day.slice(0, 4)}`
      if (!registeredIn.has(registered))
        note(reader.registeredOn === day ? 'reader-registered' : 'reader-re-registered', second, branchId, reader)
      registeredIn.add(registered)
    }
    for (const reader of arrivals.get(day) ?? []) {
      const second = random.between(OPENS, CLOSES)
      enter(second, reader.branchId, reader)
    }
    for (const { second, loan } of momentsOf(desk.expectedOn(day), day, random)) {
      if (loan) {
        const deed = desk.settle(loan, day, second)
        if (deed === 'return') enter(second, loan.copy.branchId, loan.reader)
        note(deed, second, loan.copy.branchId, loan.reader, loan)
        continue
      }
      const reader = drawReader()
      if (!reader || reader.registeredOn >= day) continue
      const branchId = random.chance(0.85) ? reader.branchId : random.chance(0.5) ? CENTRAL_BRANCH : random.between(2, BRANCHES.length)
      enter(second, branchId, reader)
      const wanted = random.chance(0.18) ? 0 : random.between(1, 3)
      for (let number = 0; number < wanted; number++) {
        const lent = desk.lend(reader, branchId, day, second + number * 20)
        if (lent) note('loan', second + number * 20, branchId, reader, lent)
      }
    }
  }
  journal.push(...inventDiary(today, copies))
  journal.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
  return { ...desk.ledger(), journal }
}

/** The day in the order of the clock: what is expected back, and some forty who come to borrow. */
function momentsOf(expected: OpenLoan[], day: Day, random: Random): Moment[] {
  const summer = day.slice(5, 7) >= '06' && day.slice(5, 7) <= '08'
  const comers = random.between(34, 43) - (summer ? 5 : 0)
  const moments: Moment[] = [
    ...expected.map((loan) => ({ second: random.between(OPENS, CLOSES), loan })),
    ...Array.from({ length: comers }, () => ({ second: random.between(OPENS, CLOSES) })),
  ]
  return moments.sort((one, other) => one.second - other.second)
}
