import type { Row } from '@libsql/client/http'
import type {
  CopyState,
  IncidentKind,
  OpenIncident,
  OpenTransfer,
  Place,
  TransferReason,
  TrappedFor,
} from '../../worker/domain/circulation/copy-state.ts'
import { type Question, rowsOf } from '../client.ts'

const STATE = `SELECT c.id, c.holding_branch_id, c.added_on, c.last_seen_at, c.changes, coalesce(w.place, 'on-shelf') AS place,
    t.id AS transfer_id, t.from_branch_id, t.to_branch_id, t.reason, t.hold_id AS transfer_hold_id, t.requested_at, t.sent_at,
    i.id AS incident_id, i.kind, i.at AS incident_at, i.loan_id AS incident_loan_id,
    h.id AS hold_id, h.copy_id AS hold_copy_id, h.state AS hold_state, h.pickup_branch_id, h.shelf_until, h.changes AS hold_changes, d.id AS reader_id, d.card, d.name
  FROM copies c
  LEFT JOIN copy_whereabouts w ON w.copy_id = c.id
  LEFT JOIN transfers t ON t.copy_id = c.id AND t.received_at IS NULL AND t.cancelled_at IS NULL
  LEFT JOIN copy_incidents i ON i.copy_id = c.id AND i.closed_at IS NULL
  LEFT JOIN holds h ON h.id = coalesce(w.hold_id, t.hold_id) AND h.trapped_copy_id = c.id
  LEFT JOIN readers d ON d.id = h.reader_id`

export const textOrNull = (value: unknown) => (value === null || value === undefined ? null : String(value))
export const numberOrNull = (value: unknown) => (value === null || value === undefined ? null : Number(value))

function transferOf(row: Row): OpenTransfer | undefined {
  if (row.transfer_id === null) return undefined
  return {
    id: Number(row.transfer_id),
    copyId: Number(row.id),
    fromBranchId: Number(row.from_branch_id),
    toBranchId: Number(row.to_branch_id),
    reason: String(row.reason) as TransferReason,
    holdId: numberOrNull(row.transfer_hold_id),
    requestedAt: String(row.requested_at),
    sentAt: textOrNull(row.sent_at),
  }
}

function incidentOf(row: Row): OpenIncident | undefined {
  if (row.incident_id === null) return undefined
  const { incident_id, kind, incident_at, incident_loan_id } = row
  return { id: Number(incident_id), kind: String(kind) as IncidentKind, at: String(incident_at), loanId: numberOrNull(incident_loan_id) }
}

function trappedOf(row: Row): TrappedFor | undefined {
  if (row.hold_id === null) return undefined
  return {
    id: Number(row.hold_id),
    state: String(row.hold_state) as TrappedFor['state'],
    copyId: numberOrNull(row.hold_copy_id),
    reader: { id: Number(row.reader_id), card: String(row.card ?? ''), name: String(row.name ?? '') },
    pickupBranchId: Number(row.pickup_branch_id),
    shelfUntil: textOrNull(row.shelf_until),
    changes: Number(row.hold_changes),
  }
}

/** Where a copy is and what stands against it. */
export function copyState(barcode: string): Question<CopyState | undefined> {
  return {
    statements: [{ sql: `${STATE} WHERE c.barcode = ?`, args: [barcode] }],
    read: (results) => {
      const row = rowsOf(results)[0]
      return (
        row && {
          holdingBranchId: Number(row.holding_branch_id),
          place: String(row.place) as Place,
          addedOn: textOrNull(row.added_on),
          lastSeenAt: textOrNull(row.last_seen_at),
          changes: Number(row.changes),
          transfer: transferOf(row),
          trappedFor: trappedOf(row),
          incident: incidentOf(row),
        }
      )
    },
  }
}
