import type { Availability } from '../domain/catalogue/hit.ts'
import { openRecent } from './recent.ts'

/** How long this isolate believes what it read of the shelves: with the way there and back still less than a minute. */
const SHELF_LIFE_MS = 50_000
const MOST_RECORDS = 10_000

/** The copies of records as this isolate last read them, but for those lent or taken back here since. */
export interface KnownCopies {
  /** The counts that are known; `branches` names those whose copies are counted. */
  of(recordIds: readonly number[], branches: string, now: number): Map<number, Availability>
  /** `began`: how often anything had been touched when the database was asked. */
  learn(copies: readonly Availability[], branches: string, began: number, now: number): void
  touch(recordId: number): void
  wasTouchedSince(recordId: number, touches: number): boolean
  /** How often anything was lent or taken back here. */
  readonly touches: number
}

export function openKnownCopies(): KnownCopies {
  const counts = openRecent<Availability & { began: number; at: number }>(MOST_RECORDS)
  const touchedAs = openRecent<number>(MOST_RECORDS)
  let touches = 0
  const wasTouchedSince = (recordId: number, since: number) => (touchedAs.get(String(recordId)) ?? 0) > since
  return {
    wasTouchedSince,
    get touches() {
      return touches
    },
    of(recordIds, branches, now) {
      const known = new Map<number, Availability>()
      for (const id of recordIds) {
        const count = counts.get(`${branches}/${id}`)
        if (count && !wasTouchedSince(id, count.began) && now - count.at <= SHELF_LIFE_MS) known.set(id, count)
      }
      return known
    },
    learn(copies, branches, began, now) {
      for (const { id, total, available } of copies) counts.set(`${branches}/${id}`, { id, total, available, began, at: now })
    },
    touch(recordId) {
      touches += 1
      touchedAs.set(String(recordId), touches)
    },
  }
}
