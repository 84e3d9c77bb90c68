/** A group of fewer people could be recognised. */
const LEAST = 5

export const MERGED = 'merged'

/**
 * Counts fit for the public: groups smaller than five become one, and with them the next smallest until it has five.
 * The sum stays what it was.
 */
export function mergeSmall<Part extends { value: string; count: number }>(parts: readonly Part[]): { value: string; count: number }[] {
  const rising = parts.filter(({ count }) => count !== 0).sort((one, other) => one.count - other.count)
  let taken = 0
  let merged = 0
  for (const { count } of rising) {
    if (count >= LEAST && (taken === 0 || merged >= LEAST)) break
    merged += count
    taken += 1
  }
  if (taken === 0) return [...parts]
  const small = new Set<Part>(rising.slice(0, taken))
  const kept = parts.filter((part) => part.count !== 0 && !small.has(part)).map(({ value, count }) => ({ value, count }))
  return [...kept, { value: MERGED, count: merged }]
}
