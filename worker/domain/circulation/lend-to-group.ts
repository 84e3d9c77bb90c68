import { isRefusal, type Refusal, refuse } from '../refusal.ts'
import { type CheckOutFacts, type CheckOutRequest, checkOut, type NewLoan } from './check-out.ts'
import type { HoldFacts } from './holds/hold.ts'
import type { HeldLoan } from './standing.ts'

export interface GroupLine {
  facts: CheckOutFacts
  confirm: readonly string[]
}

/** Lends line by line: each counts what those before it have taken, and is answered by itself. */
export function lendToGroup(lines: readonly GroupLine[], request: Omit<CheckOutRequest, 'confirm'>): (NewLoan | Refusal)[] {
  const made: NewLoan[] = []
  return lines.map(({ facts, confirm }) => {
    if (made.some(({ copy }) => copy.id === facts.copy?.id)) return refuse('copy-is-on-loan')
    const outcome = checkOut(after(made, facts), { ...request, confirm })
    if (!isRefusal(outcome)) made.push(outcome)
    return outcome
  })
}

/** The facts as they are once these loans are made. */
function after(made: readonly NewLoan[], facts: CheckOutFacts): CheckOutFacts {
  const { reader, standing, copy, state, holds, ownHold } = facts
  const own = made.filter((loan) => loan.reader.id === reader?.id)
  const filled = new Set(made.map(({ claims }) => claims.fills?.id))
  const released = made
    .flatMap((loan) => (loan.copy.recordId === copy?.recordId ? releasedBy(loan) : []))
    .filter(({ id }) => !filled.has(id))
  return {
    ...facts,
    reader: reader && { ...reader, loansMade: reader.loansMade + own.length },
    standing: { ...standing, loans: [...standing.loans, ...own.map(heldOf)] },
    state: state?.trappedFor && filled.has(state.trappedFor.id) ? { ...state, trappedFor: undefined } : state,
    holds: inQueue([...holds.filter(({ id }) => !filled.has(id)), ...released]),
    ownHold: ownHold && !filled.has(ownHold.id) ? { ...ownHold, ...released.find(({ id }) => id === ownHold.id) } : undefined,
  }
}

/** The hold whose copy this loan took: it waits again, and the lines after it must not overtake it silently. */
function releasedBy({ claims, copy, state: { trappedFor } }: NewLoan): HoldFacts[] {
  if (!claims.releases || !trappedFor) return []
  const { id, copyId, reader, pickupBranchId } = trappedFor
  const hold = { id, recordId: copy.recordId, copyId, reader, pickupBranchId, placedOn: '', notAfter: null, suspended: false }
  return [
    { ...hold, state: 'queued', position: 0, wakesOn: null, trappedCopyId: null, shelfUntil: null, changes: claims.releases.changes + 1 },
  ]
}

/** Holds of a title stand in the order of their numbers. */
const inQueue = (holds: HoldFacts[]) =>
  holds.sort((one, other) => one.id - other.id).map((hold, index) => ({ ...hold, position: index + 1 }))

function heldOf({ copy, dueOn, onSite, policy }: NewLoan): HeldLoan {
  return {
    id: -copy.id,
    recordId: copy.recordId,
    dueOn,
    onSite,
    branchId: copy.homeBranchId,
    material: policy.material,
    parentMaterial: policy.parentMaterial,
    lost: false,
    claimed: false,
  }
}
