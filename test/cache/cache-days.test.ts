import { describe, expect, it } from 'vitest'
import { cacheDays } from '../bench/cache/cache-days.ts'

const SEED = 20_261_123
const SMALL = { seed: SEED, records: 2_000, searches: 3_000, questions: 500, exponent: 1, isolates: 3, edits: 20, loans: 100 }

describe(`days of searching, seed ${SEED}`, () => {
  it('are answered from what is kept, more so on the second, and KV is never asked for more than it gives', async () => {
    const [first, second] = await cacheDays(SMALL, 2)
    const share = (day = first) => (day ? day.hits / day.searches : 0)
    expect(share(first)).toBeGreaterThan(0.6)
    expect(share(second)).toBeGreaterThan(share(first))
    expect([first?.kvRefused, second?.kvRefused]).toEqual([0, 0])
  })

  it('are the same whenever they are played', async () => {
    expect(await cacheDays({ ...SMALL, searches: 500 }, 1)).toEqual(await cacheDays({ ...SMALL, searches: 500 }, 1))
  })
})
