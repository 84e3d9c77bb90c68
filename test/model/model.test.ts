import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { differenceIn } from './difference.ts'
import { EVERY_DEED, EVERY_OUTCOME } from './every-deed.ts'
import { histories } from './histories.ts'
import { openRealLibrary } from './real-library.ts'

const library = await openRealLibrary()
// A line that breaks on purpose is no news.
beforeAll(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined))
afterAll(() => library.close())

const RUNS = Number(process.env.HISTORIES ?? 2_000)
const SEED = Number(process.env.SEED ?? 2_026)

describe(`${RUNS} histories of the desk (seed ${SEED})`, () => {
  it('agree with the model, whatever befalls the line', { timeout: 3_600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const difference = await differenceIn(history, library)
        if (difference !== undefined) throw new Error(difference)
      }),
      { numRuns: RUNS, seed: SEED },
    )
  })

  it('leave a database in which every law of circulation holds (R83)', { timeout: 120_000 }, async () => {
    expect(await library.brokenLaws()).toEqual([])
  })

  it.skipIf(RUNS < 2_000)('have done every deed of the rule book, with every outcome', async () => {
    const done = await library.deedsDone()
    expect([...EVERY_DEED, ...EVERY_OUTCOME].filter((deed) => !done.has(deed))).toEqual([])
  })
})
