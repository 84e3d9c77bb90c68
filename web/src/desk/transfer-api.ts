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

export const listTransfers = (branch: number) => read<{ transfers: OpenTransfer[] }>(`/api/transfers?branch=${branch}`)

/** With `branch` the copy is in hand there and leaves now; without it, the branch that holds it is asked to send it. */
export const sendCopy = (sending: { copy: string; to: number; branch?: number }) =>
  change<{ transfer: SentCopy }>('POST', '/api/transfers', sending, crypto.randomUUID())

/** A copy under way turns round: whoever cancels was told so and has agreed. */
export const cancelTransfer = (copy: string, reason: string) =>
  change<object>(
    'POST',
    `/api/transfers/${encodeURIComponent(copy)}/cancellation`,
    { reason, confirm: ['transfer-is-on-its-way'] },
    crypto.randomUUID(),
  )
