import type { Day } from '../../calendar.ts'
import { type Refusal, refusalOf, refuse } from '../../refusal.ts'
import type { CopyState, OpenIncident } from '../copy-state.ts'
import type { CopyFacts, LoanFacts, ReaderFacts } from '../facts.ts'
import type { IncidentFacts } from './report-incident.ts'

/** Found again; mended; replaced by an equal copy; written off; or the claim proved right: the reader never had it (R61). */
export const CLOSINGS = ['found', 'repaired', 'replaced', 'written-off', 'never-lent'] as const
export type IncidentClosing = (typeof CLOSINGS)[number]

export interface Replacement {
  barcode: string
  inventoryNumber: string | null
}

export interface ClosedIncident {
  copy: CopyFacts
  state: CopyState
  reader: ReaderFacts | undefined
  incident: OpenIncident
  closing: IncidentClosing
  /** The loan that ends with it. */
  loan: LoanFacts | undefined
  replacement: Replacement | undefined
  /** The copy leaves the stock. */
  withdraws: boolean
  /** Not lent and not here: nobody knows where it is. */
  becomesMissing: boolean
  today: Day
}

export interface CloseIncidentFacts extends IncidentFacts {
  replacementIsKnown: boolean
}

/** Ends what stood against a copy. A lost copy is replaced by an equal one: no money by default (R61, R62). */
export function closeIncident(
  facts: CloseIncidentFacts,
  closing: IncidentClosing,
  today: Day,
  replacement?: Replacement,
): ClosedIncident | Refusal {
  const { copy, openLoan, reader, state } = facts
  if (!copy || !state) return refuse('copy-not-found')
  const incident = state.incident
  if (!incident) return refuse('copy-has-no-mark')
  const refusal = refusalOf([
    [closing === 'repaired' && incident.kind !== 'damaged', 'copy-is-not-damaged'],
    [closing === 'never-lent' && incident.kind !== 'claimed-returned', 'nothing-is-claimed'],
    [closing === 'found' && openLoan !== undefined, 'copy-is-on-loan'],
    [closing === 'replaced' && !replacement, 'replacement-is-missing'],
    [closing === 'replaced' && facts.replacementIsKnown, 'barcode-is-taken'],
  ])
  if (refusal) return refusal
  const endsLoan = closing === 'replaced' || closing === 'written-off' || closing === 'never-lent'
  return {
    copy,
    state,
    reader,
    incident,
    closing,
    loan: endsLoan ? openLoan : undefined,
    replacement: closing === 'replaced' ? replacement : undefined,
    withdraws: closing === 'replaced' || closing === 'written-off',
    becomesMissing: closing === 'never-lent',
    today,
  }
}
