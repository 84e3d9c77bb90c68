import { describe, expect, it } from 'vitest'
import { type OverdueFacts, overdueOn } from '../../../worker/domain/circulation/overdue.ts'
import type { Policy } from '../../../worker/domain/circulation/policy.ts'
import { calendar, policy } from './desk.ts'

/** Due Monday 6 April 2026, twenty tenge a day, closed on Sundays: the test vector of the rules. */
const late = (terms: Partial<Policy>, day = '2026-04-16', more: Partial<OverdueFacts> = {}) =>
  overdueOn(day, {
    dueOn: '2026-04-06',
    policy: policy({ fine: 2_000, ...terms }),
    calendar: calendar(),
    suspendedUntil: null,
    price: null,
    ...more,
  })

describe('days overdue', () => {
  it('R56: are the open days after the due day, or all days where the policy says so', () => {
    expect(late({}).days).toBe(9)
    expect(late({ overdueCountsClosedDays: true }).days).toBe(10)
    expect(late({}, '2026-04-06').days).toBe(0)
  })

  it('by default bring nothing but the count', () => {
    expect(late({ fine: 0 })).toEqual({ days: 9, suspendedUntil: null, fine: 0 })
  })
})

describe('money, where the policy says so', () => {
  it.each([
    ['no grace', {}, 180],
    ['two days of grace that count', { graceDays: 2 }, 180],
    ['two days of grace that do not count', { graceDays: 2, fineCountsGrace: false }, 140],
    ['a whole week at its end', { fineEveryDays: 7, fineFalls: 'at-end' }, 20],
    ['a week at its start', { fineEveryDays: 7, fineFalls: 'at-start' }, 40],
    ['a ceiling', { maxFine: 15_000 }, 150],
  ] as const)('R56: %s', (_, terms, tenge) => {
    expect(late(terms).fine).toBe(tenge * 100)
  })

  it('R56: nothing inside the days of grace', () => {
    expect(late({ graceDays: 2 }, '2026-04-08').fine).toBe(0)
  })

  it('R56: never more than the book costs', () => {
    expect(late({}, '2026-04-16', { price: 9_900 }).fine).toBe(9_900)
    expect(late({ fineUpToPrice: false }, '2026-04-16', { price: 9_900 }).fine).toBe(18_000)
  })

  it('R56: is rounded to whole tenge once, at the end and not by day', () => {
    expect(late({ fine: 149 }).fine).toBe(1_300)
    expect(late({ fine: 150 }).fine).toBe(1_400)
    expect(late({ fine: 2_000 }, '2026-04-16', { price: 9_949 }).fine).toBe(9_900)
  })
})

describe('days without loans', () => {
  it('R5a: a number for each day overdue, counted from the return', () => {
    expect(late({ suspensionDays: 1 }).suspendedUntil).toBe('2026-04-25')
    expect(late({ suspensionDays: 1, suspensionEveryDays: 2 }).suspendedUntil).toBe('2026-04-20')
    expect(late({ suspensionDays: 2, maxSuspensionDays: 5 }).suspendedUntil).toBe('2026-04-21')
    expect(late({ suspensionDays: 1, graceDays: 9 }).suspendedUntil).toBe(null)
  })

  it('R5a: skips closed days where the policy says so', () => {
    expect(late({ suspensionDays: 1, suspensionSkipsClosedDays: true }).suspendedUntil).toBe('2026-04-27')
  })

  it('R5a: the later end counts, unless suspensions add up', () => {
    expect(late({ suspensionDays: 1 }, '2026-04-16', { suspendedUntil: '2026-04-30' }).suspendedUntil).toBe(null)
    expect(late({ suspensionDays: 1 }, '2026-04-16', { suspendedUntil: '2026-04-20' }).suspendedUntil).toBe('2026-04-25')
    expect(late({ suspensionDays: 1, suspensionsAddUp: true }, '2026-04-16', { suspendedUntil: '2026-04-20' }).suspendedUntil).toBe(
      '2026-04-29',
    )
  })
})
