import { type Day, isDay } from '../calendar.ts'
import { type Refusal, refuse } from '../refusal.ts'

export const NETWORK_CHANGES = ['opened', 'closed', 'moved', 'joined'] as const

/** A library opened, closed, moved, or several that became one system: marked on the axis of the years. */
export interface NetworkChange {
  /** A day, a month or a year, as much as is known: `1996-09-01`, `1996-09`, `1996`. */
  happened: string
  change: (typeof NETWORK_CHANGES)[number]
  /** How many libraries it was. */
  libraries: number
  text: { kk: string; ru: string; en: string }
  /** Where it is written. */
  source: string
}

export interface NewNetworkChange extends Omit<NetworkChange, 'text'> {
  textKk: string
  textRu: string
  /** Left out, the Russian text stands. */
  textEn?: string | undefined
}

/** Whether this is a day, a month or a year of the calendar. */
export const isHappened = (text: string): boolean => /^\d{4}(-\d\d){0,2}$/.test(text) && isDay(`${text}-01-01`.slice(0, 10))

/** What is to come did not happen yet. */
export function enterNetworkChange({ textKk, textRu, textEn, ...change }: NewNetworkChange, today: Day): NetworkChange | Refusal {
  if (change.happened > today.slice(0, change.happened.length)) return refuse('day-is-to-come')
  return { ...change, text: { kk: textKk, ru: textRu, en: textEn ?? textRu } }
}

/** A change that was entered wrongly; undefined: there is none, or somebody took it back. */
export function takeBackNetworkChange<Known extends NetworkChange>(change: Known | undefined): Known | Refusal {
  return change ?? refuse('not-found')
}
