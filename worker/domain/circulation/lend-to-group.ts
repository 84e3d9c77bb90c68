import { isRefusal, type Refusal, refuse } from '../refusal.ts'
import { type CheckOutFacts, type CheckOutRequest, checkOut, type NewLoan } from './check-out.ts'
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
  const { reader, standing, copy, holds, ownHold } = facts
  const own = made.filter((loan) => loan.reader.id === reader?.id)
  const spent = new Set(made.flatMap(({ claims }) => [claims.fills?.id, claims.releases?.id]))
  return {
    ...facts,
    reader: reader && { ...reader, loansMade: reader.loansMade + own.length },
    standing: { ...standing, loans: [...standing.loans, ...own.map(heldOf)] },
    holds: holds.filter(({ id, recordId }) => recordId !== copy?.recordId || !spent.has(id)),
    ownHold: ownHold && spent.has(ownHold.id) ? undefined : ownHold,
  }
}

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
