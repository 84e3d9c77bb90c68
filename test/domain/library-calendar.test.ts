import { describe, expect, it } from 'vitest'
import { addDays } from '../../worker/domain/calendar.ts'
import {
  addOpenDays,
  hoursOn,
  isOpen,
  type LibraryCalendar,
  MONDAY_TO_SATURDAY,
  nextOpenDay,
  openDaysBetween,
  previousOpenDay,
} from '../../worker/domain/library-calendar.ts'
import { nationalHolidays } from '../../worker/domain/national-holidays.ts'

const WORKDAY = [{ opens: '09:00', closes: '18:00' }]
const fiveDays = Array.from({ length: 7 }, (_, index) => (index < 5 ? WORKDAY : []))
const calendar = (more: Partial<LibraryCalendar> = {}): LibraryCalendar => ({
  branchId: 1,
  week: MONDAY_TO_SATURDAY,
  holidays: [2026, 2027].flatMap(nationalHolidays),
  cleaning: null,
  exceptions: [],
  ...more,
})
const closedIn = (month: string, of: LibraryCalendar) =>
  Array.from({ length: 31 }, (_, index) => addDays(`${month}-01`, index)).filter((day) => day.startsWith(month) && !isOpen(of, day))

describe('when a branch is open', () => {
  it('follows its week', () => {
    expect(isOpen(calendar(), '2026-11-28')).toBe(true)
    expect(isOpen(calendar(), '2026-11-29')).toBe(false)
    expect(isOpen(calendar({ week: fiveDays }), '2026-11-28')).toBe(false)
    expect(hoursOn(calendar(), '2026-11-28')).toEqual([{ opens: '10:00', closes: '19:00' }])
  })

  it('gives the days after Nauryz off when Nauryz fell on days off', () => {
    expect(closedIn('2026-03', calendar({ week: fiveDays }))).toEqual(
      ['01', '07', '08', '09', '14', '15', '21', '22', '23', '24', '25', '28', '29'].map((day) => `2026-03-${day}`),
    )
  })

  it('takes the branch’s own days off: where Saturday is worked, only the Sunday of Nauryz moves', () => {
    expect(closedIn('2026-03', calendar())).toEqual(['01', '08', '09', '15', '21', '22', '23', '24', '29'].map((day) => `2026-03-${day}`))
  })

  it('gives no day off for 7 January and for Kurban ait', () => {
    const weekendsOff = calendar({ week: fiveDays })
    expect(nationalHolidays(2027).find(({ day }) => day === '2027-05-16')?.shifts).toBe(false)
    expect(isOpen(weekendsOff, '2027-05-17')).toBe(true)
    const saturdayChristmas = calendar({ week: fiveDays, holidays: nationalHolidays(2023) })
    expect(isOpen(saturdayChristmas, '2023-01-09')).toBe(true)
    expect(isOpen(saturdayChristmas, '2023-01-03')).toBe(false)
  })

  it('keeps the monthly cleaning day', () => {
    expect(closedIn('2026-11', calendar({ cleaning: { which: 'last', weekday: 5 } })).slice(-2)).toEqual(['2026-11-27', '2026-11-29'])
    expect(closedIn('2026-11', calendar({ cleaning: { which: 1, weekday: 3 } }))).toContain('2026-11-04')
    expect(isOpen(calendar({ cleaning: 'last-working-day' }), '2026-11-30')).toBe(false)
    expect(isOpen(calendar({ week: fiveDays, cleaning: 'last-working-day' }), '2026-10-30')).toBe(false)
  })

  it('lets an exception overrule everything: the later one wins', () => {
    const repaired = { from: '2026-11-23', to: '2026-11-30', hours: [] }
    const oneOpenSunday = { from: '2026-11-29', to: '2026-11-29', hours: WORKDAY }
    const exceptional = calendar({ exceptions: [repaired, oneOpenSunday] })
    expect(isOpen(exceptional, '2026-11-24')).toBe(false)
    expect(isOpen(exceptional, '2026-11-29')).toBe(true)
    expect(isOpen(calendar({ exceptions: [{ from: '2026-12-16', to: '2026-12-16', hours: WORKDAY }] }), '2026-12-16')).toBe(true)
  })
})

describe('counting open days', () => {
  it('finds the next open day after a closing that ends before a day off (R70: not the day after, which may be closed)', () => {
    const closed = calendar({ exceptions: [{ from: '2026-11-24', to: '2026-11-28', hours: [] }] })
    expect(nextOpenDay(closed, '2026-11-25')).toBe('2026-11-30')
  })

  it('adds and counts open days only', () => {
    expect(addOpenDays(calendar(), '2026-12-14', 5)).toBe('2026-12-21')
    expect(openDaysBetween(calendar(), '2026-12-14', '2026-12-21')).toBe(5)
    expect(openDaysBetween(calendar(), '2026-12-21', '2026-12-14')).toBe(0)
    expect(previousOpenDay(calendar(), '2026-12-16', '2026-12-01')).toBe('2026-12-15')
    expect(previousOpenDay(calendar(), '2026-11-29', '2026-11-29')).toBe('2026-11-29')
  })

  it('ends for a branch that never opens', () => {
    const never = calendar({ week: Array.from({ length: 7 }, () => []) })
    expect(nextOpenDay(never, '2026-11-24')).toBe('2026-11-24')
    expect(addOpenDays(never, '2026-11-24', 2)).toBe('2026-11-26')
  })
})
