import { type Refusal, refusalOf, refuse } from '../../refusal.ts'
import type { CopyState, IncidentKind, OpenIncident, OpenTransfer } from '../copy-state.ts'
import type { CopyFacts, LoanFacts, ReaderFacts } from '../facts.ts'

export interface IncidentFacts {
  copy: CopyFacts | undefined
  openLoan: LoanFacts | undefined
  reader: ReaderFacts | undefined
  state: CopyState | undefined
}

/** How often the reader claimed before, and from how many claims on the desk is warned (R61). */
interface Claims {
  claims: number
  rules: { claimsWarning: number }
}

export interface ReportedIncident {
  copy: CopyFacts
  state: CopyState
  reader: ReaderFacts | undefined
  kind: IncidentKind
  loanId: number | null
  note: string | null
  /** The incident that this one follows: a claim that became a loss. */
  replaces: OpenIncident | undefined
  /** The hold that it waited or travelled for goes back to its place in the queue. */
  releases: { id: number; changes: number } | undefined
  /** It never arrives. */
  cancels: OpenTransfer | undefined
  leavesShelf: boolean
  alerts: 'reader-claims-often'[]
}

/** What may follow what: a damaged copy may be lost, a lost one is not lost again. */
const FOLLOWS: Record<IncidentKind, readonly IncidentKind[]> = {
  lost: ['damaged', 'claimed-returned', 'missing'],
  missing: ['damaged'],
  damaged: [],
  'claimed-returned': ['lost', 'damaged'],
}

/** Marks a copy as lost, missing, damaged or claimed returned (R60, R61): its loan, if any, stays open. */
export function reportIncident(
  facts: IncidentFacts & Partial<Claims>,
  kind: IncidentKind,
  note: string | null,
): ReportedIncident | Refusal {
  const { copy, openLoan, reader, state } = facts
  if (!copy || !state) return refuse('copy-not-found')
  const refusal = refusalOf([
    [copy.withdrawn, 'copy-is-withdrawn'],
    [kind === 'claimed-returned' && !openLoan, 'copy-is-not-on-loan'],
    [kind === 'missing' && openLoan !== undefined, 'copy-is-on-loan'],
    [state.incident !== undefined && !FOLLOWS[kind].includes(state.incident.kind), 'copy-is-marked-already'],
  ])
  if (refusal) return refusal
  const trapped = state.trappedFor
  const live = trapped?.state === 'waiting' || trapped?.state === 'in-transit' ? trapped : undefined
  return {
    copy,
    state,
    reader,
    kind,
    loanId: openLoan?.id ?? null,
    note,
    replaces: state.incident,
    releases: live && { id: live.id, changes: live.changes },
    cancels: kind === 'lost' || kind === 'missing' ? state.transfer : undefined,
    leavesShelf: state.place === 'hold-shelf',
    alerts: kind === 'claimed-returned' && claimsTooOften(facts) ? ['reader-claims-often'] : [],
  }
}

function claimsTooOften({ claims = 0, rules }: Partial<Claims>): boolean {
  return rules !== undefined && claims + 1 >= rules.claimsWarning
}
