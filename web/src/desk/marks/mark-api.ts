import type { CopyState, IncidentKind } from '../../../../worker/domain/circulation/copy-state.ts'
import type { CopyFacts } from '../../../../worker/domain/circulation/facts.ts'
import type { IncidentClosing } from '../../../../worker/domain/circulation/incidents/close-incident.ts'
import { change, read } from '../../api.ts'

export interface CopyInHand {
  copy: Pick<CopyFacts, 'barcode' | 'title' | 'author' | 'withdrawn'>
  state: Pick<CopyState, 'place' | 'holdingBranchId' | 'incident'>
  loan: { id: number; dueOn: string; reader: { card: string; name: string } | null } | null
}

const pathOf = (barcode: string) => `/api/copies/${encodeURIComponent(barcode)}`

export const findCopy = (barcode: string) => read<CopyInHand>(pathOf(barcode))

interface Marking {
  barcode: string
  kind: IncidentKind
  branch: number
  note: string
}

export const markCopy = ({ barcode, kind, branch, note }: Marking, key: string) =>
  change<{ incident: { alerts: 'reader-claims-often'[] } }>(
    'POST',
    `${pathOf(barcode)}/incidents`,
    note ? { kind, branch, note } : { kind, branch },
    key,
  )

export interface Replacement {
  barcode: string
  inventoryNumber?: string
}

export const endMark = (barcode: string, as: IncidentClosing, branch: number, key: string, replacement?: Replacement) =>
  change<object>('POST', `${pathOf(barcode)}/incidents/closing`, { as, branch, ...(replacement ? { replacement } : {}) }, key)
