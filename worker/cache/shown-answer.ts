import type { SearchAnswer } from '../domain/catalogue/search-answer.ts'
import type { Copies } from './check-answer.ts'
import type { RememberedAnswer } from './kept-answer.ts'
import type { KnownCopies } from './known-copies.ts'

/**
 * A kept answer with the copies as they are now. How many of all it found are on the shelf is known when all are on this page, and
 * `wasJustCounted`, or an estimate anyway; otherwise nobody has counted it.
 */
export function shownAnswer(answer: SearchAnswer, copies: Copies, wasJustCounted: boolean): SearchAnswer {
  const hits = answer.hits.map((hit) => {
    const { total, available } = copies.get(hit.id) ?? hit.copies
    return { ...hit, copies: { total, available } }
  })
  const { facets, total, estimated } = answer
  if (!facets || estimated || wasJustCounted) return { ...answer, hits }
  const onShelf = hits.filter((hit) => hit.copies.available > 0).length
  const isCounted = total === hits.length && onShelf > 0
  return { ...answer, hits, facets: { ...facets, available: isCounted ? [{ value: '1', count: onShelf }] : [] } }
}

/** What was last heard, while the database is away. A copy lent here since is not shown as free. */
export function staleAnswer({ answer, at, touches }: RememberedAnswer, { wasTouchedSince }: KnownCopies): SearchAnswer {
  const hits = answer.hits.map((hit) => {
    const { total, available } = hit.copies
    return wasTouchedSince(hit.id, touches) ? { ...hit, copies: { total, available: Math.max(0, available - 1) } } : hit
  })
  return { ...answer, hits, stale: { since: new Date(at).toISOString() } }
}
