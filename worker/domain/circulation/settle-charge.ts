import { type Refusal, refuse } from '../refusal.ts'
import { type Actor, mayDo } from '../staff/permissions.ts'

/** Paid at the desk, replaced by an equal book, or forgiven: nothing is deleted (R63). */
export const SETTLEMENTS = ['paid', 'replaced', 'forgiven'] as const
export type Settlement = (typeof SETTLEMENTS)[number]

export interface OpenCharge {
  id: number
  kind: 'overdue' | 'lost'
  /** In tiyn. */
  amount: number
  loanId: number
  madeAt: string
}

export interface ChargeFacts {
  readerId: number | undefined
  charges: readonly OpenCharge[]
}

/** Settles a charge as a whole; forgiving takes the right to overrule. */
export function settleCharge({ readerId, charges }: ChargeFacts, id: number, as: Settlement, actor: Actor): OpenCharge | Refusal {
  if (readerId === undefined) return refuse('reader-not-found')
  if (as === 'forgiven' && !mayDo(actor.role, 'override')) return refuse('not-permitted')
  return charges.find((charge) => charge.id === id) ?? refuse('charge-not-found')
}
