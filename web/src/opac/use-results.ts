import { useEffect, useState } from 'preact/hooks'
import type { Availability } from '../../../worker/domain/catalogue/hit.ts'
import type { SearchAnswer } from '../../../worker/domain/catalogue/search-answer.ts'
import { liveAvailability, searchCatalogue } from '../api.ts'
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

/** Hits may come from the cache; the numbers beside them never do. */
export function useResults(search: Search, limit?: number) {
  const query = searchQuery(search)
  query.set('explain', '1')
  if (limit) query.set('limit', String(limit))
  const key = query.toString()
  const [results, setResults] = useState<Results>({ state: 'loading', counted: {} })
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    const asked = new AbortController()
    setResults(({ refused: _, ...shown }) => ({ ...shown, state: 'loading' }))
    searchCatalogue(new URLSearchParams(key), asked.signal).then((answer) => {
      if (asked.signal.aborted) return
      setResults(({ counted }) =>
        answer.ok
          ? { state: 'ready', page: answer.value, counted: withCounts(counted, search, answer.value.facets) }
          : { state: 'failed', refused: answer.refusals[0] ?? answer.refused, counted },
      )
    })
    return () => asked.abort()
  }, [key, attempt])

  const ids = results.state === 'ready' ? (results.page?.hits.map((hit) => hit.id) ?? []) : []
  useWhileVisible(
    async () => {
      const answer = await liveAvailability(ids, search.chosen.branch)
      if (!answer.ok) return
      setResults((shown) => (shown.page ? { ...shown, page: withAvailability(shown.page, answer.value.availability) } : shown))
    },
    ids.length > 0 ? [ids, search.chosen.branch].join(';') : '',
  )

  return { results, again: () => setAttempt(attempt + 1) }
}

function withAvailability(page: SearchAnswer, live: Availability[]): SearchAnswer {
  const byId = new Map(live.map((each) => [each.id, each]))
  const hits = page.hits.map((hit) => {
    const now = byId.get(hit.id)
    return now ? { ...hit, copies: { total: now.total, available: now.available } } : hit
  })
  return { ...page, hits }
}
