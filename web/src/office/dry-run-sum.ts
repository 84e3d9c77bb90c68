import type { DryRun } from '../../../worker/domain/circulation/dry-run.ts'

export type DryRunSum = Omit<DryRun, 'byRule'>

const SAMPLES = 20

/** The pages looked at so far, as one. */
export function addPage(sum: DryRunSum | undefined, page: DryRun): DryRunSum {
  if (!sum) return page
  const counts = { ...sum.counts }
  for (const change of Object.keys(counts) as (keyof typeof counts)[]) counts[change] += page.counts[change]
  return {
    loans: sum.loans + page.loans,
    changed: sum.changed + page.changed,
    counts,
    fines: { before: sum.fines.before + page.fines.before, after: sum.fines.after + page.fines.after },
    samples: [...sum.samples, ...page.samples].slice(0, SAMPLES),
  }
}
