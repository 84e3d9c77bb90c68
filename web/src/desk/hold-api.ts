import type { Forecast } from '../../../worker/domain/circulation/holds/forecast.ts'
import type { HoldFacts } from '../../../worker/domain/circulation/holds/hold.ts'
import { change, read } from '../api.ts'
import type { Answer } from '../api-shapes.ts'

export type OpenHold = Omit<HoldFacts, 'reader'> & { title: string; forecast: Forecast | null }
export interface PlacedHold {
  title: string
  position: number
  pickupBranchId: number
  reader: { card: string; name: string }
}

/** A record's number is short; what a scanner reads is not. */
const RECORD_NUMBER = /^\d{1,9}$/

interface Wanted {
  reader: string
  book: string
  onlyThisCopy: boolean
  pickup: number
}

/** By a scanned copy the title is held, whichever copy comes first, unless only this copy will do. */
export async function placeHold({ reader, book, onlyThisCopy, pickup }: Wanted, key: string): Promise<Answer<{ hold: PlacedHold }>> {
  const place = (what: { record: number } | { copy: string }) =>
    change<{ hold: PlacedHold }>('POST', '/api/holds', { reader, ...what, pickup }, key)
  if (RECORD_NUMBER.test(book)) return place({ record: Number(book) })
  if (onlyThisCopy) return place({ copy: book })
  const found = await read<{ copy: { recordId: number } }>(`/api/copies/${encodeURIComponent(book)}`)
  return found.ok ? place({ record: found.value.copy.recordId }) : found
}

export const holdsOfReader = (card: string) => read<{ holds: OpenHold[] }>(`/api/holds?${new URLSearchParams({ reader: card })}`)

export const cancelHold = (id: number, key: string) => change<{ scanCopy: boolean }>('DELETE', `/api/holds/${id}`, {}, key)
