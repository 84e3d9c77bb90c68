import { CHANGES, type Change, type Replayed } from './replay.ts'

const SAMPLES = 20

export interface DryRun {
  loans: number
  changed: number
  counts: Record<Change, number>
  /** By the rule of the draft: how many loans it describes, and how many of them it changes. */
  byRule: Record<string, { loans: number; changed: number }>
  /** In tiyn. */
  fines: { before: number; after: number }
  samples: { loan: number; copy: string; title: string; lentOn: string; changes: Change[]; due: { before: string; after: string } }[]
}

/** What would change if the draft were in force: counts by kind and by rule, and some loans to look at. Of no reader. */
export function summarise(replayed: readonly Replayed[]): DryRun {
  const changed = replayed.filter(({ changes }) => changes.length > 0)
  const byRule = Object.entries(Object.groupBy(replayed, ({ rule }) => rule)).map(([rule, own = []]) => [
    rule,
    { loans: own.length, changed: own.filter(({ changes }) => changes.length > 0).length },
  ])
  const counts = CHANGES.map((change) => [change, replayed.filter(({ changes }) => changes.includes(change)).length])
  return {
    loans: replayed.length,
    changed: changed.length,
    counts: Object.fromEntries(counts),
    byRule: Object.fromEntries(byRule),
    fines: {
      before: replayed.reduce((sum, { fine }) => sum + fine.before, 0),
      after: replayed.reduce((sum, { fine }) => sum + fine.after, 0),
    },
    samples: changed.slice(0, SAMPLES).map(({ loan, changes, due }) => ({
      loan: loan.id,
      copy: loan.barcode,
      title: loan.title,
      lentOn: loan.lentOn,
      changes,
      due,
    })),
  }
}
