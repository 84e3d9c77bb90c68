import { addDays, type Day } from '../calendar.ts'
import { addOpenDays, isOpen, type LibraryCalendar, nextOpenDay, previousOpenDay } from '../library-calendar.ts'
import type { DueMode, Policy } from './policy.ts'

export interface DueDateFacts {
  policy: Policy
  /** Of the branch that lends (R4). */
  calendar: LibraryCalendar
  cardExpiresOn: Day
  /** Readers who wait for the title. */
  waiting: number
}

export interface DueDate {
  dueOn: Day
  /** Shorter than usual because others wait (R26). */
  shortened: boolean
}

/** A loan is due at the end of this day, 23:59 in Almaty (R21). */
export function dueDate({ policy, calendar, cardExpiresOn, waiting }: DueDateFacts, today: Day): DueDate {
  const usual = inDays(calendar, today, policy.loanDays, policy.dueMode)
  const demanded = policy.highDemandHolds !== null && waiting >= policy.highDemandHolds
  const short = demanded ? inDays(calendar, today, policy.highDemandDays, policy.dueMode) : usual
  const period = short < usual ? short : usual
  const dueOn = beforeCardExpires(hardDue(period, policy, today), policy, calendar, cardExpiresOn, today)
  return { dueOn, shortened: period < usual }
}

/** The day a renewed loan is due, by the same rules (R32). */
export function renewedDueDate(facts: Omit<DueDateFacts, 'waiting'>, dueOn: Day, today: Day): Day {
  const { policy, calendar, cardExpiresOn } = facts
  const from = policy.renewFrom === 'due-day' ? dueOn : today
  const period = inDays(calendar, from, policy.renewalDays ?? policy.loanDays, policy.dueMode)
  return beforeCardExpires(hardDue(period, policy, today), policy, calendar, cardExpiresOn, today)
}

/** `days` after `from`, as the mode counts them and never on a day when the branch is closed (R20, R22). */
export function inDays(calendar: LibraryCalendar, from: Day, days: number, mode: DueMode): Day {
  const plain = addDays(from, days)
  if (mode === 'any-day') return plain
  if (mode === 'open-days') return addOpenDays(calendar, from, days)
  if (mode === 'same-weekday' && days % 7 === 0) return nextOpenSameWeekday(calendar, plain)
  return nextOpenDay(calendar, plain)
}

const WEEKS_AHEAD = 8

function nextOpenSameWeekday(calendar: LibraryCalendar, day: Day): Day {
  for (let week = 0; week <= WEEKS_AHEAD; week += 1) {
    const candidate = addDays(day, week * 7)
    if (isOpen(calendar, candidate)) return candidate
  }
  return nextOpenDay(calendar, day)
}

/** A day fixed for all, such as the end of the school year; one that has passed says nothing (R23). */
function hardDue(day: Day, { hardDueOn, hardDueIs }: Policy, today: Day): Day {
  if (hardDueOn === null || hardDueOn <= today) return day
  if (hardDueIs === 'exactly') return hardDueOn
  if (hardDueIs === 'not-after') return day < hardDueOn ? day : hardDueOn
  return day > hardDueOn ? day : hardDueOn
}

/** Back before the card ends (R24). */
function beforeCardExpires(day: Day, policy: Policy, calendar: LibraryCalendar, cardExpiresOn: Day, today: Day): Day {
  if (!policy.dueBeforeCardExpires || day <= cardExpiresOn || cardExpiresOn < today) return day
  return previousOpenDay(calendar, cardExpiresOn, today)
}
