import { type Day, dayOf } from '../../../../worker/domain/calendar.ts'
import { isCard, isCopyBarcode } from '../../../../worker/domain/identifiers.ts'
import type { RefusalSlug } from '../../refusal-slug.ts'
import type { Scan } from '../scan.ts'
import type { KnownLists } from './desk-lists.ts'

export type Caution = 'not-in-the-list' | 'reader-not-in-the-list' | 'had-overdue-books' | 'was-not-on-loan'

export type OfflineDecision =
  | { refusals: RefusalSlug[] }
  | {
      title: string
      reader?: { card: string; name: string } | undefined
      dueOn?: Day | undefined
      cautions: Caution[]
    }

export interface OfflineFacts {
  lists: KnownLists | undefined
  /** What this desk did since it lost the line: by barcode, whether the copy is lent now. */
  lentSince: ReadonlyMap<string, boolean>
}

const CARD_AT_LEAST = 4

/** The owner of a card, as the desk last knew them. */
export function offlineReader(
  card: string,
  { lists }: OfflineFacts,
  now: Date,
): { name: string; category: string; cardExpiresOn: Day } | RefusalSlug {
  const line = lists?.readers.get(card)
  if (!line) return isCard(card) ? { name: '', category: 'adult', cardExpiresOn: dayOf(now) } : 'reader-not-found'
  const [, name, category, cardExpiresOn] = line
  return { name, category, cardExpiresOn }
}

/** Whether a desk without a line lends or takes back: by its lists and its own deeds, and where it does not know, it goes on and says so. */
export function decideOffline(scan: Extract<Scan, { kind: 'lend' | 'return' }>, facts: OfflineFacts, now: Date): OfflineDecision {
  const { lists, lentSince } = facts
  const line = lists?.copies.get(scan.code)
  if (!line && (lists ? !isCopyBarcode(scan.code) : scan.code.length < CARD_AT_LEAST)) return { refusals: ['copy-not-found'] }
  const [, title = '', marks = ''] = line ?? []
  const isLent = lentSince.get(scan.code) ?? marks.includes('l')
  const cautions: Caution[] = line ? [] : ['not-in-the-list']
  if (scan.kind === 'return') {
    if (line && !isLent && !marks.includes('t') && !marks.includes('a')) cautions.push('was-not-on-loan')
    return { title, cautions }
  }
  const refusals: RefusalSlug[] = []
  if (marks.includes('w')) refusals.push('copy-is-withdrawn')
  if (marks.includes('s')) refusals.push('copy-is-on-site-only')
  if (isLent) refusals.push('copy-is-on-loan')
  if (marks.includes('a') && !lentSince.has(scan.code)) refusals.push('copy-is-set-aside')
  const owner = lists?.readers.get(scan.reader)
  const reader = offlineReader(scan.reader, facts, now)
  if (typeof reader === 'string') return { refusals: [reader, ...refusals] }
  const [, , , cardExpiresOn, against = ''] = owner ?? []
  if (against.includes('b')) refusals.push('reader-is-blocked')
  if (cardExpiresOn !== undefined && cardExpiresOn < dayOf(now)) refusals.push('card-has-expired')
  if (refusals.length > 0) return { refusals }
  if (!owner) cautions.push('reader-not-in-the-list')
  if (against.includes('o')) cautions.push('had-overdue-books')
  const dueOn = lists?.dueDays[dayOf(now)]?.[reader.category]
  return { title, reader: { card: scan.reader, name: reader.name }, dueOn, cautions }
}
