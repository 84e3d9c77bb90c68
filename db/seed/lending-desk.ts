import { addDays, type Day } from '../../worker/domain/calendar.ts'
import { type LibraryCalendar, nextOpenDay } from '../../worker/domain/library-calendar.ts'
import { POLICIES } from './branches.ts'
import { SAMPLE_COPIES } from './invented-copies.ts'
import { instantAt } from './local-time.ts'
import type { Reader } from './people.ts'
import { type Random, weightedDraw } from './random.ts'
import type { Loan, LoanChange } from './story.ts'

export interface LendableCopy {
  id: number
  recordId: number
  branchId: number
  language: string
  contentGroup: string
  kind: string
  onSiteOnly: boolean
}

export interface OpenLoan extends Loan {
  copy: LendableCopy
  reader: Reader
  comesBackOn: Day
}

const POPULAR: Record<string, number> = { kaz: 5, rus: 3, eng: 0.6 }

/** Keeps the rules of lending while the story is told: one open loan a copy, limits, no loans to debtors. */
export function lendingDesk(copies: readonly LendableCopy[], library: LibraryCalendar, random: Random) {
  const loans: OpenLoan[] = []
  const changes: LoanChange[] = []
  const out = new Set<number>()
  const openOf = new Map<number, OpenLoan[]>()
  const loansMade = new Map<number, number>()
  const calendar = new Map<Day, OpenLoan[]>()
  const samples: readonly number[] = SAMPLE_COPIES
  const lendable = copies.filter(({ id, onSiteOnly }) => !onSiteOnly && !samples.includes(id))
  const fame = new Map(lendable.map(({ recordId }) => [recordId, 0.2 + random.next() ** 3 * 4]))
  const drawByBranch = new Map(
    [...Map.groupBy(lendable, ({ branchId }) => branchId)].map(([branchId, own]) => [
      branchId,
      weightedDraw(own, ({ recordId, language }) => (fame.get(recordId) ?? 1) * (POPULAR[language] ?? 0.3), random),
    ]),
  )

  const expect = (loan: OpenLoan, day: Day) => {
    const open = nextOpenDay(library, day)
    calendar.set(open, [...(calendar.get(open) ?? []), loan])
  }

  function draw(reader: Reader, branchId: number): LendableCopy | undefined {
    const held = openOf.get(reader.id) ?? []
    for (let attempt = 0; attempt < 8; attempt++) {
      const copy = drawByBranch.get(branchId)?.()
      if (!copy || out.has(copy.id) || held.some((loan) => loan.copy.recordId === copy.recordId)) continue
      if (reader.category === 'child' && copy.contentGroup !== 'children' && copy.contentGroup !== 'fiction') continue
      return copy
    }
    return undefined
  }

  return {
    /** Loans whose reader means to come, or to renew, on this day. */
    expectedOn: (day: Day): OpenLoan[] => calendar.get(day) ?? [],

    lend(reader: Reader, branchId: number, day: Day, second: number): OpenLoan | undefined {
      const held = openOf.get(reader.id) ?? []
      const { maxLoans, loanDays } = policyOf(reader)
      if (held.length >= maxLoans || held.some(({ dueOn }) => dueOn < day)) return undefined
      const copy = draw(reader, branchId)
      if (!copy) return undefined
      const readerOrdinal = (loansMade.get(reader.id) ?? 0) + 1
      const loan: OpenLoan = {
        id: loans.length + 1,
        copyId: copy.id,
        readerId: reader.id,
        readerOrdinal,
        branchId,
        lentAt: instantAt(day, second),
        dueOn: nextOpenDay(library, addDays(day, loanDays)),
        renewals: 0,
        returnedAt: null,
        returnedBranchId: null,
        copy,
        reader,
        comesBackOn: nextOpenDay(library, addDays(day, readingDays(random))),
      }
      loans.push(loan)
      loansMade.set(reader.id, readerOrdinal)
      out.add(copy.id)
      openOf.set(reader.id, [...held, loan])
      const diligent = random.chance(0.55)
      expect(loan, diligent && loan.comesBackOn > loan.dueOn ? loan.dueOn : loan.comesBackOn)
      return loan
    },

    settle(loan: OpenLoan, day: Day, second: number): 'return' | 'renewal' {
      const { maxRenewals, loanDays } = policyOf(loan.reader)
      const at = instantAt(day, second)
      const deed = day < loan.comesBackOn && day <= loan.dueOn && loan.renewals < maxRenewals ? 'renewal' : 'return'
      changes.push({ loanId: loan.id, ordinal: loan.renewals + 1, deed, at, staffId: loan.branchId })
      if (deed === 'renewal') {
        loan.renewals += 1
        loan.dueOn = nextOpenDay(library, addDays(day, loanDays))
        expect(loan, loan.comesBackOn > loan.dueOn ? loan.dueOn : loan.comesBackOn)
      } else {
        loan.returnedAt = at
        loan.returnedBranchId = loan.branchId
        out.delete(loan.copyId)
        openOf.set(
          loan.readerId,
          (openOf.get(loan.readerId) ?? []).filter((held) => held !== loan),
        )
      }
      return deed
    },

    ledger: () => ({ loans: loans.map(({ copy, reader, comesBackOn, ...loan }): Loan => loan), changes, loansMade }),
  }
}

function policyOf({ category }: Reader) {
  const policy = POLICIES.find((known) => known.category === category)
  if (!policy) throw new Error(`no policy for ${category}`)
  return policy
}

/** Most read one evening or two; a few keep a book for a season. */
function readingDays(random: Random): number {
  const share = random.next()
  if (share < 0.62) return random.between(1, 2)
  if (share < 0.965) return random.between(2, 5)
  if (share < 0.99) return random.between(7, 24)
  return random.between(27, 75)
}
