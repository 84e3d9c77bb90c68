import { useEffect, useState } from 'preact/hooks'
import { suggest } from '../api.ts'
import type { Suggestion } from '../api-shapes.ts'

const PAUSE_MS = 120
const KEPT = 50

const kept = new Map<string, Suggestion[]>()
/** A library that does not suggest is not asked again. */
let silent = false

/** What `typed` may become; empty while nobody knows. Asked after a short pause, given up when the reader types on. */
export function useSuggestions(typed: string, wanted: boolean): Suggestion[] {
  const [suggestions, setSuggestions] = useState<Suggestion[]>([])
  const q = typed.trim()
  useEffect(() => {
    if (!wanted || q === '') return setSuggestions([])
    const known = kept.get(q)
    if (known || silent) return setSuggestions(known ?? [])
    const asked = new AbortController()
    const timer = setTimeout(async () => {
      const answer = await suggest(q, asked.signal)
      if (asked.signal.aborted) return
      if (!answer.ok) {
        silent = answer.refused === 'not-found'
        return setSuggestions([])
      }
      if (kept.size >= KEPT) kept.clear()
      kept.set(q, answer.value.suggestions)
      setSuggestions(answer.value.suggestions)
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      asked.abort()
    }
  }, [q, wanted])
  return suggestions
}
