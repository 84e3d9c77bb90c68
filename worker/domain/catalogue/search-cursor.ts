import type { Sort } from './search-query.ts'

/** Where the next page begins. */
export type Cursor =
  /** The n-th of the hits that were ranked together, or of a result small enough to be sorted as a whole. */
  | { kind: 'ranked'; offset: number }
  /** After this place, in the order of the index; `shown` are later places that were ranked, and so shown, before. */
  | { kind: 'after-place'; total: number; estimated: boolean; place: number; shown: number[] }
  /** After this record, in the order of the sort; `range` is where to look on when the last ranges held nothing. */
  | { kind: 'after-record'; total: number; estimated: boolean; recordId: number; range: number }

export const FIRST_PAGE: Cursor = { kind: 'ranked', offset: 0 }

const SHOWN_LIMIT = 300

export function writeCursor(cursor: Cursor): string {
  if (cursor.kind === 'ranked') return `r${cursor.offset}`
  const total = `${cursor.total}${cursor.estimated ? 'e' : ''}`
  if (cursor.kind === 'after-record') return `s${total}.${cursor.recordId}.${cursor.range}`
  const steps = cursor.shown.map((place, index) => (place - (cursor.shown[index - 1] ?? cursor.place)).toString(36))
  return [`p${total}`, cursor.place, ...(steps.length > 0 ? [steps.join('-')] : [])].join('.')
}

/** The page is one of what was searched instead of what was typed. */
const OF_MEANT = 'c'
export const ofMeant = (text: string) => `${OF_MEANT}${text}`
export const isOfMeant = (text: string | null) => text?.startsWith(OF_MEANT) ?? false

/** Where a page begins: at the first hit, when the cursor was written for another order. */
export function cursorFor(text: string | null, sort: Sort): Cursor {
  const cursor = text === null ? undefined : readCursor(text)
  const other = sort === 'relevance' ? 'after-record' : 'after-place'
  return cursor && cursor.kind !== other ? cursor : FIRST_PAGE
}

/** Undefined when nobody here wrote it. */
export function readCursor(written: string): Cursor | undefined {
  const text = isOfMeant(written) ? written.slice(OF_MEANT.length) : written
  const ranked = /^r(\d{1,4})$/.exec(text)
  if (ranked) return { kind: 'ranked', offset: Number(ranked[1]) }
  const record = /^s(\d{1,9})(e?)\.(\d{1,12})\.(\d{1,9})$/.exec(text)
  if (record) {
    return {
      kind: 'after-record',
      total: Number(record[1]),
      estimated: record[2] === 'e',
      recordId: Number(record[3]),
      range: Number(record[4]),
    }
  }
  const place = /^p(\d{1,9})(e?)\.(\d{1,12})(?:\.([0-9a-z-]{1,3000}))?$/.exec(text)
  if (!place) return undefined
  let at = Number(place[3])
  const shown = (place[4]?.split('-') ?? []).slice(0, SHOWN_LIMIT).map((step) => (at += Number.parseInt(step, 36)))
  if (shown.some((each) => !Number.isSafeInteger(each))) return undefined
  return { kind: 'after-place', total: Number(place[1]), estimated: place[2] === 'e', place: Number(place[3]), shown }
}
