const MOST = 100
const REST_MS = 600_000

/** Answers worth keeping in KV, waiting for leave: the ones asked for most often go first. */
export interface WaitingAnswers {
  add(key: string, sightings: number): void
  remove(key: string): void
  /** How many to ask leave for, at once. */
  quantity(now: number): number
  take(quantity: number): string[]
  /** The day's writes are spent, or KV takes no more: nothing is asked for a while. */
  rest(now: number): void
}

const AT_ONCE = 20

export function openWaitingAnswers(): WaitingAnswers {
  const waiting = new Map<string, number>()
  let restsUntil = 0
  const coldest = () => [...waiting].reduce((least, next) => (next[1] < least[1] ? next : least))[0]
  return {
    add(key, sightings) {
      waiting.set(key, sightings)
      if (waiting.size > MOST) waiting.delete(coldest())
    },
    remove: (key) => void waiting.delete(key),
    quantity: (now) => (now < restsUntil ? 0 : Math.min(waiting.size, AT_ONCE)),
    take(quantity) {
      const keys = [...waiting].sort((a, b) => b[1] - a[1]).map(([key]) => key)
      const taken = keys.slice(0, quantity)
      for (const key of taken) waiting.delete(key)
      return taken
    },
    rest(now) {
      restsUntil = now + REST_MS
    },
  }
}
