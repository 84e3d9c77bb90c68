import { useEffect, useState } from 'preact/hooks'
import type { Availability } from '../../../worker/domain/catalogue/hit.ts'
import { liveAvailability, searchCatalogue } from '../api.ts'
import type { Page } from '../api-shapes.ts'
import type { RefusalSlug } from '../refusal-slug.ts'
import { useWhileVisible } from '../ui/while-visible.ts'
import { type Search, searchQuery } from './address.ts'

export type Results = { state: 'loading' } | { state: 'failed'; refused: RefusalSlug } | { state: 'ready'; page: Page }

/** Hits may come from the cache; the numbers beside them never do. */
export function useResults(search: Search, limit?: number) {
  const query = searchQuery(search)
  if (limit) query.set('limit', String(limit))
  const key = query.toString()
  const [results, setResults] = useState<Results>({ state: 'loading' })
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    const asked = new AbortController()
    setResults({ state: 'loading' })
    searchCatalogue(new URLSearchParams(key), asked.signal).then((answer) => {
      if (asked.signal.aborted) return
      setResults(answer.ok ? { state: 'ready', page: answer.value } : { state: 'failed', refused: answer.refused })
    })
    return () => asked.abort()
  }, [key, attempt])

  const ids = results.state === 'ready' ? results.page.hits.map((hit) => hit.id) : []
  useWhileVisible(async () => {
    const answer = await liveAvailability(ids, query.get('branch'))
    if (!answer.ok) return
    setResults((shown) =>
      shown.state === 'ready' ? { state: 'ready', page: withAvailability(shown.page, answer.value.availability) } : shown,
    )
  }, ids.join(','))

  return { results, again: () => setAttempt(attempt + 1) }
}

function withAvailability(page: Page, live: Availability[]): Page {
  const byId = new Map(live.map((each) => [each.id, each]))
  const hits = page.hits.map((hit) => {
    const now = byId.get(hit.id)
    return now ? { ...hit, copies: { total: now.total, available: now.available } } : hit
  })
  return { ...page, hits }
}
