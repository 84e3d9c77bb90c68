import { addDays, type Day, daysBetween, isoWeekday } from './calendar.ts'
import { type CleaningRule, isCleaningDay } from './cleaning-day.ts'

/** From `opens` to `closes`, local time `HH:MM`; a day with a lunch break has two. */
export interface Hours {
  opens: string
  closes: string
}

export interface Holiday {
  day: Day
  /** Gives the next working day off when it falls on a day off (law on holidays, article 5); 7 January and Kurban ait do not. */
  shifts: boolean
}

/** What differs from the week: closed when it has no hours, open otherwise. */
export interface CalendarException {
  from: Day
  to: Day
  hours: Hours[]
}

/** When one branch is open, as far as `loadedTo`; later days follow the week alone. */
export interface LibraryCalendar {
  branchId: number
  /** By ISO weekday, Monday first. */
  week: readonly Hours[][]
  holidays: readonly Holiday[]
  cleaning: CleaningRule
  exceptions: readonly CalendarException[]
}

/** No library is closed for longer than two years; a branch closed for good has no next open day. */
const LOOK_AHEAD_DAYS = 730

export const MONDAY_TO_SATURDAY: readonly Hours[][] = Array.from({ length: 7 }, (_, index) =>
  index === 6 ? [] : [{ opens: '10:00', closes: '19:00' }],
)

/** The hours of this day; none when the branch is closed the whole day (R22). */
export function hoursOn(calendar: LibraryCalendar, day: Day): readonly Hours[] {
  const exception = calendar.exceptions.findLast(({ from, to }) => from <= day && day <= to)
  if (exception) return exception.hours
  if (!isWorkingDay(calendar, day)) return []
  const cleaning = isCleaningDay(calendar.cleaning, day, (other) => isWorkingDay(calendar, other))
  return cleaning ? [] : weekly(calendar, day)
}

export function isOpen(calendar: LibraryCalendar, day: Day): boolean {
  return hoursOn(calendar, day).length > 0
}

/** This day, or the first open day after it. */
export function nextOpenDay(calendar: LibraryCalendar, day: Day): Day {
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead += 1) {
    const candidate = addDays(day, ahead)
    if (isOpen(calendar, candidate)) return candidate
  }
  return day
}

/** This day, or the last open day before it, but none before `least`. */
export function previousOpenDay(calendar: LibraryCalendar, day: Day, least: Day): Day {
  for (let candidate = day; candidate > least; candidate = addDays(candidate, -1)) if (isOpen(calendar, candidate)) return candidate
  return least
}

/** The n-th open day after this day. */
export function addOpenDays(calendar: LibraryCalendar, day: Day, n: number): Day {
  let reached = day
  for (let counted = 0; counted < n; counted += 1) reached = nextOpenDay(calendar, addDays(reached, 1))
  return reached
}

/** How many open days lie after `from`, up to and with `to`. */
export function openDaysBetween(calendar: LibraryCalendar, from: Day, to: Day): number {
  let open = 0
  for (let ahead = daysBetween(from, to); ahead > 0; ahead -= 1) if (isOpen(calendar, addDays(from, ahead))) open += 1
  return open
}

function weekly({ week }: LibraryCalendar, day: Day): readonly Hours[] {
  return week[isoWeekday(day) - 1] ?? []
}

/** Neither the branch's day off, nor a holiday, nor a day off given for one. */
function isWorkingDay(calendar: LibraryCalendar, day: Day): boolean {
  if (weekly(calendar, day).length === 0) return false
  return !calendar.holidays.some((holiday) => holiday.day === day) && !shiftedDaysOff(calendar).includes(day)
}

const known = new WeakMap<LibraryCalendar, Day[]>()

/** The working days that become free because a holiday fell on a day off. */
function shiftedDaysOff(calendar: LibraryCalendar): Day[] {
  const before = known.get(calendar)
  if (before) return before
  const off = new Set(calendar.holidays.map(({ day }) => day))
  const shifted: Day[] = []
  for (const { day } of calendar.holidays.filter(({ shifts }) => shifts).sort((one, other) => (one.day < other.day ? -1 : 1))) {
    if (weekly(calendar, day).length > 0) continue
    const free = nextWorkingDay(calendar, day, off)
    if (!free) continue
    off.add(free)
    shifted.push(free)
  }
  known.set(calendar, shifted)
  return shifted
}

function nextWorkingDay(calendar: LibraryCalendar, day: Day, off: ReadonlySet<Day>): Day | undefined {
  for (let ahead = 1; ahead <= 14; ahead += 1) {
    const candidate = addDays(day, ahead)
    if (!off.has(candidate) && weekly(calendar, candidate).length > 0) return candidate
  }
  return undefined
}
