import type { Slip } from '../../../worker/domain/circulation/slip.ts'
import { change, read } from '../api.ts'

export interface OpenTransfer {
  id: number
  barcode: string
  title: string
  fromBranchId: number
  toBranchId: number
  reason: 'home' | 'hold' | 'asked'
  requestedAt: string
  sentAt: string | null
  late: boolean
}

export interface SentCopy {
  copy: { barcode: string; title: string }
  fromBranchId: number
  toBranchId: number
  reason: OpenTransfer['reason']
  sent: boolean
}

/** The paper for the van. */
export const slipOf = ({ copy, fromBranchId, toBranchId, reason }: SentCopy): Slip => ({
  kind: 'transfer',
  ...copy,
  fromBranchId,
  toBranchId,
  reason,
})

export const listTransfers = (branch: number) => read<{ transfers: OpenTransfer[] }>(`/api/transfers?branch=${branch}`)

/** With `branch` the copy is in hand there and leaves now; without it, the branch that holds it is asked to send it. */
export const sendCopy = (sending: { copy: string; to: number; branch?: number }, key: string) =>
  change<{ transfer: SentCopy }>('POST', '/api/transfers', sending, key)

/** A copy under way turns round: whoever saw that it is was told so and has agreed. */
export const cancelTransfer = ({ barcode, sentAt }: OpenTransfer, reason: string, key: string) =>
  change<object>(
    'POST',
    `/api/transfers/${encodeURIComponent(barcode)}/cancellation`,
    sentAt ? { reason, confirm: ['transfer-is-on-its-way'] } : { reason },
    key,
  )
