import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { BRANCHES, POLICIES } from '../../../db/seed/branches.ts'
import { inventHistory } from '../../../db/seed/history.ts'
import { inventCopies, SAMPLE_COPIES } from '../../../db/seed/invented-copies.ts'
import { inventReaders, inventStaff, SAMPLE_READERS } from '../../../db/seed/people.ts'
import { seedCalendar } from '../../../db/seed/policy.ts'
import { addDays, dayOf } from '../../../worker/domain/calendar.ts'
import { cardNumber, isCard } from '../../../worker/domain/identifiers.ts'
import { isOpen } from '../../../worker/domain/library-calendar.ts'

const TODAY = '2026-03-11'
const records = Array.from({ length: 600 }, (_, index) => ({
  id: index + 1,
  title: index === 121 ? 'Көшпенділер' : `Кітап ${index}`,
  shelfmark: null,
  kind: index % 40 === 0 ? 'serial' : 'book',
}))
const copies = inventCopies(records, { firstId: 1, least: 1, most: 6 }).map((copy) => ({
  ...copy,
  language: copy.recordId % 3 === 0 ? 'rus' : 'kaz',
  contentGroup: copy.recordId % 2 === 0 ? 'fiction' : 'social',
  kind: copy.recordId % 40 === 0 ? 'serial' : 'book',
}))
const tell = (today: string) => {
  const readers = inventReaders(today)
  return { readers, ...inventHistory({ today, readers, copies }) }
}
const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')
const { readers, loans, changes, journal, loansMade } = tell(TODAY)
const byReader = Map.groupBy(loans, ({ readerId }) => readerId)

describe('the invented people', () => {
  it('carry valid cards, one each', () => {
    expect(readers).toHaveLength(600)
    expect(readers.every(({ card }) => isCard(card))).toBe(true)
    expect(new Set(readers.map(({ card }) => card)).size).toBe(600)
    expect(readers[0]).toMatchObject({ card: cardNumber(1), blockedReason: null, branchId: 1 })
  })

  it('staff every branch and the whole system', () => {
    expect(
      inventStaff()
        .filter(({ role }) => role === 'librarian')
        .map(({ branchId }) => branchId),
    ).toEqual(BRANCHES.map(({ id }) => id))
    expect(inventStaff().filter(({ branchId }) => branchId === null)).toHaveLength(3)
  })
})

describe('two years of history', () => {
  it('are the same story for the same day, and another for another day', () => {
    const again = tell(TODAY)
    expect(hash([again.readers, again.loans, again.changes, again.journal])).toBe(hash([readers, loans, changes, journal]))
    expect([...again.loansMade]).toEqual([...loansMade])
    expect(hash(tell('2026-03-12').loans)).not.toBe(hash(loans))
  })

  it('hold about thirty thousand loans, some open, some overdue', () => {
    const open = loans.filter(({ returnedAt }) => returnedAt === null)
    expect(loans.length).toBeGreaterThan(26_000)
    expect(loans.length).toBeLessThan(34_000)
    expect(open.length).toBeGreaterThan(100)
    expect(open.length).toBeLessThan(250)
    expect(open.filter(({ dueOn }) => dueOn < TODAY).length).toBeGreaterThan(2)
  })

  it('end yesterday and rest on days when the library is closed', () => {
    const calendar = seedCalendar(TODAY)
    const days = journal.map(({ day }) => day)
    expect(days.at(-1)).toBe(addDays(TODAY, -1))
    expect(days[0]).toBe(addDays(TODAY, -730))
    expect(journal.every(({ deed, day }) => deed.endsWith('search') || isOpen(calendar, day))).toBe(true)
    expect(journal.every(({ at, day }) => dayOf(new Date(at)) === day)).toBe(true)
  })

  it('never lend a copy that is out', () => {
    for (const ofCopy of Map.groupBy(loans, ({ copyId }) => copyId).values()) {
      ofCopy.reduce((before, loan) => {
        expect(before.returnedAt !== null && before.returnedAt <= loan.lentAt).toBe(true)
        return loan
      })
    }
  })

  it('count every reader’s loans from one', () => {
    for (const [readerId, own] of byReader) {
      expect(own.map(({ readerOrdinal }) => readerOrdinal)).toEqual(own.map((_, index) => index + 1))
      expect(loansMade.get(readerId)).toBe(own.length)
    }
  })

  it('keep to the limits of each category', () => {
    const limit = new Map(readers.map(({ id, category }) => [id, POLICIES.find((policy) => policy.category === category)?.maxLoans ?? 0]))
    for (const [readerId, own] of byReader) {
      for (const loan of own) {
        const held = own.filter(
          (other) => other.readerOrdinal <= loan.readerOrdinal && (other.returnedAt === null || other.returnedAt > loan.lentAt),
        )
        expect(held.length).toBeLessThanOrEqual(limit.get(readerId) ?? 0)
      }
    }
    expect(loans.every(({ renewals }) => renewals <= 2)).toBe(true)
  })

  it('leave a journal line for every deed', () => {
    const count = (deed: string) => journal.filter((line) => line.deed === deed).length
    expect(count('loan')).toBe(loans.length)
    expect(count('return')).toBe(loans.filter(({ returnedAt }) => returnedAt !== null).length)
    expect(count('renewal')).toBe(loans.reduce((sum, { renewals }) => sum + renewals, 0))
    expect(changes).toHaveLength(count('return') + count('renewal'))
    expect(count('visit')).toBeGreaterThan(10_000)
    expect(count('reader-registered')).toBeGreaterThan(100)
  })

  it('leave the samples alone', () => {
    const idle: number[] = Object.values(SAMPLE_READERS)
    const shelved: number[] = [...SAMPLE_COPIES]
    expect(copies.filter(({ id }) => shelved.includes(id)).every(({ recordId }) => recordId === 122)).toBe(true)
    expect(loans.some(({ readerId, copyId }) => idle.includes(readerId) || shelved.includes(copyId))).toBe(false)
  })
})
