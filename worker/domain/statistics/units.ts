/** What is counted (ISO 2789; the diary of a Kazakh library). Money is in tiyn. */
export type Unit =
  | 'registration'
  | 're-registration'
  | 'active-borrower'
  | 'visit'
  | 'event-visit'
  | 'loan'
  | 'renewal'
  | 'on-site-loan'
  | 'on-site-use'
  | 'return'
  | 'reference-answer'
  | 'event'
  | 'internet-session'
  | 'paid-service'
  | 'paid-income'
  | 'copy-added'
  | 'copy-withdrawn'
  | 'search'
  | 'unmet-search'

/** What a unit may be split by, besides branch and day. */
export type Split = 'contentGroup' | 'language' | 'kind' | 'readerCategory' | 'ageBand' | 'byHand'

export interface UnitDefinition {
  /** The journal's words for it. */
  deeds: readonly string[]
  /** What of its lines is summed. */
  of: 'quantity' | 'amount' | 'firstOfYear'
  splits: readonly Split[]
  /** May be counted by hand where nothing is scanned. */
  byHand?: true
}

const COPY: readonly Split[] = ['contentGroup', 'language', 'kind']
const READER: readonly Split[] = ['readerCategory', 'ageBand']
const LENDING: readonly Split[] = [...COPY, ...READER, 'byHand']

export const UNITS: Readonly<Record<Unit, UnitDefinition>> = {
  registration: { deeds: ['reader-registered'], of: 'quantity', splits: [...READER, 'byHand'], byHand: true },
  're-registration': { deeds: ['reader-re-registered'], of: 'quantity', splits: [...READER, 'byHand'], byHand: true },
  'active-borrower': { deeds: ['loan', 'on-site-loan'], of: 'firstOfYear', splits: READER },
  visit: { deeds: ['visit'], of: 'quantity', splits: [...READER, 'byHand'], byHand: true },
  'event-visit': { deeds: ['event-visit'], of: 'quantity', splits: ['kind', ...READER, 'byHand'], byHand: true },
  loan: { deeds: ['loan'], of: 'quantity', splits: LENDING, byHand: true },
  renewal: { deeds: ['renewal'], of: 'quantity', splits: LENDING, byHand: true },
  'on-site-loan': { deeds: ['on-site-loan'], of: 'quantity', splits: LENDING, byHand: true },
  'on-site-use': { deeds: ['on-site-use'], of: 'quantity', splits: LENDING, byHand: true },
  return: { deeds: ['return'], of: 'quantity', splits: ['byHand'], byHand: true },
  'reference-answer': { deeds: ['reference-question'], of: 'quantity', splits: [...READER, 'byHand'], byHand: true },
  event: { deeds: ['event'], of: 'quantity', splits: ['kind', 'byHand'], byHand: true },
  'internet-session': { deeds: ['internet-session'], of: 'quantity', splits: [...READER, 'byHand'], byHand: true },
  'paid-service': { deeds: ['paid-service'], of: 'quantity', splits: ['kind', 'byHand'], byHand: true },
  'paid-income': { deeds: ['paid-service'], of: 'amount', splits: ['kind', 'byHand'] },
  'copy-added': { deeds: ['copy-added'], of: 'quantity', splits: [...COPY, 'byHand'], byHand: true },
  'copy-withdrawn': { deeds: ['copy-withdrawn'], of: 'quantity', splits: [...COPY, 'byHand'], byHand: true },
  search: { deeds: ['search'], of: 'quantity', splits: ['language'] },
  'unmet-search': { deeds: ['unmet-search'], of: 'quantity', splits: ['language'] },
}

export const SPLITS: readonly Split[] = ['contentGroup', 'language', 'kind', 'readerCategory', 'ageBand', 'byHand']

export function isUnit(text: string): text is Unit {
  return Object.hasOwn(UNITS, text)
}

export const ALL_UNITS: readonly Unit[] = Object.keys(UNITS).filter(isUnit)

/** The units that a count by hand may be of. */
export const HAND_UNITS: readonly Unit[] = ALL_UNITS.filter((unit) => UNITS[unit].byHand)
