import { describe, expect, it } from 'vitest'
import { dayOf } from '../../../worker/domain/calendar.ts'
import { dueDate, inDays, renewedDueDate } from '../../../worker/domain/circulation/due-date.ts'
import { daysOverdue } from '../../../worker/domain/circulation/overdue.ts'
import type { Policy } from '../../../worker/domain/circulation/policy.ts'
import { calendar, policy } from './desk.ts'

const due = (more: Partial<Policy>, today: string, cardExpiresOn = '2027-12-31', waiting = 0) =>
  dueDate({ policy: policy(more), calendar: calendar(), cardExpiresOn, waiting }, today).dueOn

describe('the due day', () => {
  it('R20: any day is the day itself', () => {
    expect(inDays(calendar(), '2026-11-14', 15, 'any-day')).toBe('2026-11-29')
  })

  it('R20: moves to the next open day, over a Sunday and over a holiday', () => {
    expect(inDays(calendar(), '2026-11-14', 15, 'next-open-day')).toBe('2026-11-30')
    expect(inDays(calendar(), '2026-12-01', 15, 'next-open-day')).toBe('2026-12-17')
  })

  it('R20: counts open days only', () => {
    expect(inDays(calendar(), '2026-12-14', 5, 'open-days')).toBe('2026-12-21')
  })

  it('R20: keeps the weekday of a loan of whole weeks', () => {
    expect(inDays(calendar(), '2026-12-02', 14, 'same-weekday')).toBe('2026-12-23')
    expect(inDays(calendar(), '2026-12-01', 15, 'same-weekday')).toBe('2026-12-17')
  })

  it('R22: stays on a day when the branch is open for an hour', () => {
    const short = calendar({ exceptions: [{ from: '2026-12-08', to: '2026-12-08', hours: [{ opens: '10:00', closes: '11:00' }] }] })
    expect(inDays(short, '2026-11-23', 15, 'next-open-day')).toBe('2026-12-08')
  })

  it('R21: lasts until the end of its day in Almaty, wherever the clock of the server stands', () => {
    expect(['2026-12-08T18:59:59Z', '2026-12-08T19:00:00Z'].map((at) => dayOf(new Date(at)))).toEqual(['2026-12-08', '2026-12-09'])
    expect(daysOverdue('2026-12-08', dayOf(new Date('2026-12-08T18:59:59Z')), policy({}), calendar())).toBe(0)
    expect(daysOverdue('2026-12-08', dayOf(new Date('2026-12-08T19:00:00Z')), policy({}), calendar())).toBe(1)
  })

  it('R23: a fixed day is a ceiling, a floor or exactly the day, and nothing once it has passed', () => {
    expect(due({ hardDueOn: '2026-12-01', hardDueIs: 'not-after' }, '2026-11-23')).toBe('2026-12-01')
    expect(due({ hardDueOn: '2027-05-25', hardDueIs: 'not-after' }, '2026-11-23')).toBe('2026-12-08')
    expect(due({ hardDueOn: '2027-05-25', hardDueIs: 'not-before' }, '2026-11-23')).toBe('2027-05-25')
    expect(due({ hardDueOn: '2027-05-25', hardDueIs: 'exactly' }, '2026-11-23')).toBe('2027-05-25')
    expect(due({ hardDueOn: '2026-11-23', hardDueIs: 'exactly' }, '2026-11-23')).toBe('2026-12-08')
  })

  it('R24: is not after the end of the card, and then on the last open day before it', () => {
    expect(due({}, '2026-11-23', '2026-12-04')).toBe('2026-12-04')
    expect(due({}, '2026-11-23', '2026-11-29')).toBe('2026-11-28')
    expect(due({ dueBeforeCardExpires: false }, '2026-11-23', '2026-12-04')).toBe('2026-12-08')
  })

  it('R25: counts days and not hours: the night when Kazakhstan moved its clocks is one day', () => {
    expect(inDays(calendar({ holidays: [] }), '2024-02-28', 2, 'next-open-day')).toBe('2024-03-01')
  })

  it('R26: is earlier while many wait, and only if that is earlier', () => {
    const busy = { highDemandHolds: 3, highDemandDays: 7 }
    expect(due(busy, '2026-11-23', '2027-12-31', 2)).toBe('2026-12-08')
    expect(due(busy, '2026-11-23', '2027-12-31', 3)).toBe('2026-11-30')
    expect(due({ ...busy, highDemandDays: 30 }, '2026-11-23', '2027-12-31', 3)).toBe('2026-12-08')
  })

  it('R32: a renewal counts from today or from the due day, for its own number of days', () => {
    const renewed = (more: Partial<Policy>) =>
      renewedDueDate({ policy: policy(more), calendar: calendar(), cardExpiresOn: '2027-12-31' }, '2026-12-01', '2026-11-23')
    expect(renewed({})).toBe('2026-12-08')
    expect(renewed({ renewFrom: 'due-day', renewalDays: 7 })).toBe('2026-12-08')
    expect(renewed({ renewalDays: 10 })).toBe('2026-12-03')
  })
})
