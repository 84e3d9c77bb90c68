/** One question is asked so often; the middle time counts, for other programs run on this machine too. */
export const TIMES = 9

/** The middle one of some runs. */
export function middle<Run>(runs: readonly Run[], msOf: (run: Run) => number): Run {
  const [run] = runs.toSorted((a, b) => msOf(a) - msOf(b)).slice(runs.length >> 1)
  if (run === undefined) throw new Error('nothing was run')
  return run
}
