import type { FarStore } from '../../../worker/cache/far-answers.ts'

/** How long a place goes on believing what it read of KV, that there is nothing too. */
const BELIEVED_MS = 60_000
const WRITES_A_DAY = 1_000

/** KV as the free plan has it: a thousand writes a day, one a second to the same name, and other places see them a minute later. */
export function openToyKv(places: number, clock: { now: number }) {
  const values = new Map<string, { value: string; at: number }>()
  const believed = Array.from({ length: places }, () => new Map<string, { text: string | null; until: number }>())
  const counts = { reads: 0, writes: 0, refused: 0 }
  let writesOfDay = { day: -1, quantity: 0 }
  const at = (place: number): FarStore => ({
    async get<Value>(name: string) {
      counts.reads += 1
      const known = believed[place]?.get(name)
      const text = known && known.until > clock.now ? known.text : (values.get(name)?.value ?? null)
      if (text !== known?.text || !known) believed[place]?.set(name, { text, until: clock.now + BELIEVED_MS })
      const value: Value | null = text === null ? null : JSON.parse(text)
      return value
    },
    async put(name, value) {
      const day = Math.floor(clock.now / 86_400_000)
      if (writesOfDay.day !== day) writesOfDay = { day, quantity: 0 }
      const tooSoon = clock.now - (values.get(name)?.at ?? 0) < 1_000
      if (writesOfDay.quantity >= WRITES_A_DAY || tooSoon) {
        counts.refused += 1
        throw new Error('KV PUT failed: 429 Too Many Requests')
      }
      writesOfDay.quantity += 1
      counts.writes += 1
      values.set(name, { value, at: clock.now })
    },
  })
  return { at, counts }
}
