import fc from 'fast-check'
import { differenceIn } from './difference.ts'
import { histories } from './histories.ts'
import { openRealLibrary } from './real-library.ts'

/** Lives histories and says how the first one differs from the model that does; `SEED` and `HISTORIES` replay a run. */
const runs = Number(process.env.HISTORIES ?? 100_000)
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
console.error = () => undefined
console.log(`${runs} histories of seed ${seed}`)

const library = await openRealLibrary()
const property = fc.asyncProperty(histories, async (history) => {
  const difference = await differenceIn(history, library)
  if (difference !== undefined) throw new Error(difference)
})
const { failed, counterexample, errorInstance, numRuns } = await fc.check(property, {
  numRuns: runs,
  seed,
  endOnFailure: process.env.MUTANT !== undefined,
})
const broken = failed ? [] : await library.brokenLaws()
library.close()
if (failed) console.log(`history ${numRuns} of seed ${seed} differs: ${errorInstance}\n${JSON.stringify(counterexample)}`)
else console.log(`${numRuns} histories of seed ${seed} agree with the model`)
for (const { law, row, detail } of broken) console.log(`${law}: ${row}: ${detail}`)
process.exit(failed || broken.length > 0 ? 1 : 0)
