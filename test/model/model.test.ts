import fc from 'fast-check'
import { afterAll, beforeAll, it, vi } from 'vitest'
import { differenceIn } from './difference.ts'
import { histories } from './histories.ts'
import { openRealLibrary } from './real-library.ts'

const library = await openRealLibrary()
// A line that breaks on purpose is no news.
beforeAll(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined))
afterAll(() => library.close())

const RUNS = Number(process.env.HISTORIES ?? 2_000)
const SEED = Number(process.env.SEED ?? 2_026)

it(`agrees with the model in ${RUNS} histories (seed ${SEED})`, { timeout: 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const difference = await differenceIn(history, library)
      if (difference !== undefined) throw new Error(difference)
    }),
    { numRuns: RUNS, seed: SEED },
  )
})
