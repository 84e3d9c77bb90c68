import { useEffect, useRef, useState } from 'preact/hooks'
import type { Availability } from '../../../worker/domain/catalogue/hit.ts'
import type { SearchAnswer } from '../../../worker/domain/catalogue/search-answer.ts'
import { liveAvailability, searchCatalogue } from '../api.ts'
import type { Answer } from '../api-shapes.ts'
import type { RefusalSlug } from '../refusal-slug.ts'
import { useWhileVisible } from '../ui/while-visible.ts'
import { type Search, searchQuery } from './address.ts'
import { type Counted, withCounts } from './facet-offers.ts'

/** `page` is the last answer: it stays, dimmed, until the next one is there. */
export interface Results {
  state: 'loading' | 'failed' | 'ready'
  refused?: RefusalSlug
  page?: SearchAnswer
  counted: Counted
}

/** What a page was drawn with: the answer to one search. */
export interface KnownResults {
  /** As `searchQuery` writes it. */
  query: string
  answer: Answer<SearchAnswer>
}

function resultsOf(answer: Answer<SearchAnswer>, search: Search, counted: Counted): Results {
  return answer.ok
    ? { state: 'ready', page: answer.value, counted: withCounts(counted, search, answer.value.facets) }
    : { state: 'failed', refused: answer.refusals[0] ?? answer.refused, counted }
}

/** Hits may come from the cache; the numbers beside them never do. */
export function useResults(search: Search, limit?: number, known?: Partial<KnownResults>) {
  const query = searchQuery(search)
  const drawn = known?.query === query.toString() ? known.answer : undefined
  query.set('explain', '1')
  if (limit) query.set('limit', String(limit))
  const key = query.toString()
  const [results, setResults] = useState<Results>(() => (drawn ? resultsOf(drawn, search, {}) : { state: 'loading', counted: {} }))
  const unasked = useRef(drawn !== undefined)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    if (unasked.current) {
      unasked.current = false
      return
    }
    const asked = new AbortController()
    setResults(({ refused: _, ...shown }) => ({ ...shown, state: 'loading' }))
    searchCatalogue(new URLSearchParams(key), asked.signal).then((answer) => {
      if (asked.signal.aborted) return
      setResults(({ counted }) => resultsOf(answer, search, counted))
    })
    return () => asked.abort()
  }, [key, attempt])

  const ids = results.state === 'ready' ? (results.page?.hits.map((hit) => hit.id) ?? []) : []
  useWhileVisible(
    async () => {
      const answer = await liveAvailability(ids, search.chosen.branch)
      if (!answer.ok) return
      setResults((shown) => {
        const page = shown.page && withAvailability(shown.page, answer.value.availability)
        return page && page !== shown.page ? { ...shown, page } : shown
      })
    },
    ids.length > 0 ? [ids, search.chosen.branch].join(';') : '',
  )

  return { results, again: () => setAttempt(attempt + 1) }
}

/** The very same page when nothing has changed: then nothing is drawn anew. */
function withAvailability(page: SearchAnswer, live: Availability[]): SearchAnswer {
  const byId = new Map(live.map((each) => [each.id, each]))
  const hits = page.hits.map((hit) => {
    const { total, available } = byId.get(hit.id) ?? hit.copies
    return total === hit.copies.total && available === hit.copies.available ? hit : { ...hit, copies: { total, available } }
  })
  return hits.every((hit, place) => hit === page.hits[place]) ? page : { ...page, hits }
}
