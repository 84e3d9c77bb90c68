import type { HoldFacts } from '../../../../worker/domain/circulation/holds/hold.ts'
import type { HoldRules } from '../../../../worker/domain/circulation/holds/next-hold.ts'
import type { ShelvedCopy } from '../../../../worker/domain/circulation/holds/pull-list.ts'

export const TODAY = '2026-11-23'

export const RULES: HoldRules = { today: TODAY, closedBranches: [], branchesThatKeepCopies: [], newCopyDays: 0 }

/** Queued for any copy, collected at branch 1, unless said otherwise. */
export function aHold(position: number, more: Partial<HoldFacts> = {}): HoldFacts {
  return {
    id: position,
    recordId: 1,
    copyId: null,
    reader: { id: position, card: `R${position}`, name: 'A reader' },
    pickupBranchId: 1,
    state: 'queued',
    position,
    placedOn: '2026-11-01',
    notAfter: null,
    suspended: false,
    wakesOn: null,
    trappedCopyId: null,
    shelfUntil: null,
    changes: 0,
    ...more,
  }
}

/** On the shelf at its home, branch 1, unless said otherwise. */
export function aCopy(id: number, more: Partial<ShelvedCopy> = {}): ShelvedCopy {
  return {
    id,
    recordId: 1,
    barcode: `C${id}`,
    homeBranchId: 1,
    holdingBranchId: 1,
    onSiteOnly: false,
    withdrawn: false,
    addedOn: null,
    incident: undefined,
    ...more,
  }
}
