import type { HoldFacts } from './hold.ts'
import { canFillHolds, type HoldableCopy, type HoldRules, reasonToSkip, type Skip } from './next-hold.ts'

export interface ShelvedCopy extends HoldableCopy {
  recordId: number
}

export interface Pulled<Copy> {
  hold: HoldFacts
  copy: Copy
}

/**
 * Which copy is fetched from the shelf for which hold (R46): first come, first served, each copy once. The copy at the pickup
 * branch is preferred, then one whose home it is, then any; a copy that somebody waits for by its barcode is taken last.
 * Copies at a closed branch are passed over unless they are collected there (R72).
 */
export function pullList<Copy extends ShelvedCopy>(
  holds: readonly HoldFacts[],
  copies: readonly Copy[],
  rules: HoldRules,
): { pulls: Pulled<Copy>[]; skips: Skip[] } {
  const pulls: Pulled<Copy>[] = []
  const skips: Skip[] = []
  const taken = new Set<number>()
  const named = new Set(holds.map(({ copyId }) => copyId))
  for (const hold of [...holds].sort((a, b) => a.position - b.position)) {
    const candidates: Copy[] = []
    for (const copy of copies) {
      if (copy.recordId !== hold.recordId || taken.has(copy.id) || !canFillHolds(copy)) continue
      const reason = reasonToSkip(hold, copy, rules) ?? closedSource(hold, copy, rules)
      if (reason) skips.push({ holdId: hold.id, position: hold.position, barcode: copy.barcode, reason })
      else candidates.push(copy)
    }
    const best = candidates.sort((a, b) => cost(a, hold, named) - cost(b, hold, named) || a.id - b.id)[0]
    if (!best) continue
    taken.add(best.id)
    pulls.push({ hold, copy: best })
  }
  return { pulls, skips }
}

function closedSource(hold: HoldFacts, { holdingBranchId }: ShelvedCopy, { closedBranches }: HoldRules): Skip['reason'] | undefined {
  const closed = closedBranches.includes(holdingBranchId) && holdingBranchId !== hold.pickupBranchId
  return closed ? 'copy-is-at-a-closed-branch' : undefined
}

function cost(copy: ShelvedCopy, { pickupBranchId, copyId }: HoldFacts, named: ReadonlySet<number | null>): number {
  const wantedByName = named.has(copy.id) && copyId !== copy.id ? 4 : 0
  if (copy.holdingBranchId === pickupBranchId) return wantedByName
  return wantedByName + (copy.homeBranchId === pickupBranchId ? 1 : 2)
}
