import { describe, expect, it } from 'vitest'
import { forecast } from '../../../../worker/domain/circulation/holds/forecast.ts'
import { nightOf } from '../../../../worker/domain/circulation/holds/night.ts'
import { movedShelfExpiry, shelfExpiry } from '../../../../worker/domain/circulation/holds/shelf-expiry.ts'
import { type LibraryCalendar, MONDAY_TO_SATURDAY } from '../../../../worker/domain/library-calendar.ts'
import { aHold, TODAY } from './a-hold.ts'

const calendar = (exceptions: LibraryCalendar['exceptions'] = []): LibraryCalendar => ({
  branchId: 1,
  week: MONDAY_TO_SATURDAY,
  holidays: [],
  cleaning: null,
  exceptions,
})

describe('the last day on the hold shelf', () => {
  it.each([
    ['2026-11-23', 5, '2026-11-28'],
    ['2026-11-24', 5, '2026-11-30'],
    ['2026-11-28', 1, '2026-11-30'],
  ])('R49: %s and %i open days is %s', (today, days, until) => {
    expect(shelfExpiry(calendar(), today, days)).toBe(until)
  })

  it('R49: does not count the days of a closing', () => {
    expect(shelfExpiry(calendar([{ from: '2026-11-25', to: '2026-11-26', hours: [] }]), '2026-11-23', 5)).toBe('2026-12-01')
  })

  it('R70: a closed last day moves to the next open day, which is not the day after when that is a Sunday', () => {
    expect(movedShelfExpiry(calendar([{ from: '2026-11-26', to: '2026-11-28', hours: [] }]), '2026-11-27')).toBe('2026-11-30')
    expect(movedShelfExpiry(calendar(), '2026-11-27')).toBeUndefined()
  })
})

describe('the night', () => {
  it.each([
    ['not-collected', { state: 'waiting' as const, shelfUntil: '2026-11-21' }],
    ['shelf-moves', { state: 'waiting' as const, shelfUntil: '2026-11-22' }],
    ['no-longer-needed', { notAfter: '2026-11-22' }],
    ['wakes', { suspended: true, wakesOn: TODAY }],
    [undefined, { state: 'waiting' as const, shelfUntil: TODAY }],
    [undefined, { notAfter: TODAY }],
    [undefined, { suspended: true, wakesOn: '2026-11-24' }],
    [undefined, { state: 'in-transit' as const, notAfter: '2026-11-01' }],
  ])('R43, R49: %s for %j', (turn, more) => {
    expect(nightOf(aHold(1, more), calendar(), TODAY)?.turn).toBe(turn)
  })
})

describe('the day to expect', () => {
  const onLoan = (dueOn: string) => ({ place: 'on-loan' as const, dueOn })
  it.each([
    ['a copy on the shelf', [{ place: 'on-shelf' as const, dueOn: null }], 0, '2026-11-24', 0],
    ['a loan', [onLoan('2026-12-01')], 0, '2026-12-02', 0],
    ['an overdue loan, tomorrow at the earliest', [onLoan('2026-11-01')], 0, '2026-11-25', 1],
    ['two ahead and two copies', [onLoan('2026-12-01'), onLoan('2026-12-03')], 2, '2026-12-18', 0],
    ['no copy', [], 3, null, 0],
  ])('follows %s', (_, copies, ahead, on, overdue) => {
    expect(forecast(copies, ahead, 15, TODAY)).toEqual({ on, ahead, copies: copies.length, overdue })
  })
})
