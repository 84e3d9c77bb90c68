import fc from 'fast-check'
import { describe, it } from 'vitest'
import { addDays, daysBetween } from '../../../worker/domain/calendar.ts'
import { dueDate } from '../../../worker/domain/circulation/due-date.ts'
import { fineFor } from '../../../worker/domain/circulation/overdue.ts'
import { addOpenDays, isOpen, type LibraryCalendar, nextOpenDay, openDaysBetween } from '../../../worker/domain/library-calendar.ts'
import { calendar, policy } from './desk.ts'

const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2025-06-01', days))
const hours = [{ opens: '10:00', closes: '18:00' }]
const anyCalendar: fc.Arbitrary<LibraryCalendar> = fc
  .record({
    days: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
    cleaning: fc.constantFrom<LibraryCalendar['cleaning']>(
      null,
      'last-working-day',
      { which: 'last', weekday: 5 },
      { which: 2, weekday: 1 },
    ),
    closings: fc.array(fc.record({ from: day, length: fc.integer({ min: 0, max: 20 }), open: fc.boolean() }), { maxLength: 4 }),
  })
  .map(({ days, cleaning, closings }) =>
    calendar({
      week: Array.from({ length: 7 }, (_, index) => (days.includes(index) ? hours : [])),
      cleaning,
      exceptions: closings.map(({ from, length, open }) => ({ from, to: addDays(from, length), hours: open ? hours : [] })),
    }),
  )

describe('whatever the calendar', () => {
  it('R20, R22: a due day is an open day, not before the day asked for, and the first such', () => {
    fc.assert(
      fc.property(anyCalendar, day, fc.integer({ min: 0, max: 60 }), (of, today, loanDays) => {
        const { dueOn } = dueDate({ policy: policy({ loanDays }), calendar: of, cardExpiresOn: '2099-12-31', waiting: 0 }, today)
        const asked = addDays(today, loanDays)
        const between = Array.from({ length: daysBetween(asked, dueOn) }, (_, index) => addDays(asked, index))
        return isOpen(of, dueOn) && dueOn >= asked && !between.some((closed) => isOpen(of, closed))
      }),
    )
  })

  it('R20: counting open days forward and back is the same count', () => {
    fc.assert(
      fc.property(anyCalendar, day, fc.integer({ min: 0, max: 40 }), (of, today, n) => {
        return openDaysBetween(of, today, addOpenDays(of, today, n)) === n
      }),
    )
  })

  it('R24: no book is due after the card ends, or before today', () => {
    fc.assert(
      fc.property(anyCalendar, day, fc.integer({ min: 0, max: 30 }), (of, today, valid) => {
        const cardExpiresOn = addDays(today, valid)
        const { dueOn } = dueDate({ policy: policy(), calendar: of, cardExpiresOn, waiting: 0 }, today)
        return dueOn <= cardExpiresOn && dueOn >= today
      }),
    )
  })

  it('finds the next open day from itself', () => {
    fc.assert(fc.property(anyCalendar, day, (of, from) => nextOpenDay(of, nextOpenDay(of, from)) === nextOpenDay(of, from)))
  })
})

describe('whatever the policy', () => {
  it('R56: a fine is a whole number of tenge, grows with the days, and never passes its ceilings', () => {
    const terms = fc.record({
      fine: fc.integer({ min: 0, max: 100_000 }),
      fineEveryDays: fc.integer({ min: 1, max: 30 }),
      graceDays: fc.integer({ min: 0, max: 10 }),
      fineCountsGrace: fc.boolean(),
      fineFalls: fc.constantFrom('at-start' as const, 'at-end' as const),
      maxFine: fc.option(fc.integer({ min: 0, max: 500_000 })),
    })
    fc.assert(
      fc.property(terms, fc.integer({ min: 0, max: 400 }), fc.option(fc.integer({ min: 1, max: 900_000 })), (given, days, price) => {
        const of = policy(given)
        const fine = fineFor(days, of, price)
        const ceiling = Math.min(given.maxFine ?? Number.POSITIVE_INFINITY, price ?? Number.POSITIVE_INFINITY)
        return Number.isInteger(fine) && fine >= 0 && fine <= ceiling && fine <= fineFor(days + 1, of, price)
      }),
    )
  })
})
