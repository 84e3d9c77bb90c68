import type { InValue, Row } from '@libsql/client/http'
import type { IncidentKind } from '../../worker/domain/circulation/copy-state.ts'
import type { ShelvedCopy } from '../../worker/domain/circulation/holds/pull-list.ts'
import { type Question, rowsOf } from '../client.ts'
import { textOrNull } from './copy-state.ts'

export const HOLDABLE = `SELECT c.id, c.record_id, c.barcode, c.branch_id, c.holding_branch_id, c.on_site_only, c.withdrawn_on, c.added_on,
    c.location, coalesce(c.shelfmark, (SELECT r.shelfmark FROM records r WHERE r.id = c.record_id)) AS shelfmark,
    i.id AS incident_id, i.kind, i.at AS incident_at
  FROM copies c LEFT JOIN copy_incidents i ON i.copy_id = c.id AND i.closed_at IS NULL`

/** A record with more copies has enough that can be held among the first. */
const COPIES_SEEN = 100

export interface CopyOnShelf extends ShelvedCopy {
  location: string | null
  shelfmark: string | null
}

export function holdableOf(row: Row): CopyOnShelf {
  return {
    id: Number(row.id),
    recordId: Number(row.record_id),
    barcode: String(row.barcode),
    homeBranchId: Number(row.branch_id),
    holdingBranchId: Number(row.holding_branch_id),
    onSiteOnly: row.on_site_only === 1,
    withdrawn: row.withdrawn_on !== null,
    addedOn: textOrNull(row.added_on),
    incident:
      row.incident_id === null
        ? undefined
        : { id: Number(row.incident_id), kind: String(row.kind) as IncidentKind, at: String(row.incident_at), loanId: null },
    location: textOrNull(row.location),
    shelfmark: textOrNull(row.shelfmark),
  }
}

/** The copies of a record, those in the stock first; or the one with this barcode. */
export function holdableCopies({ record, barcode }: { record: number | null; barcode: string | null }): Question<CopyOnShelf[]> {
  const [where, args]: [string, InValue[]] = barcode === null ? ['c.record_id = ?', [record]] : ['c.barcode = ?', [barcode]]
  return {
    statements: [{ sql: `${HOLDABLE} WHERE ${where} ORDER BY c.withdrawn_on IS NOT NULL, c.id LIMIT ${COPIES_SEEN}`, args }],
    read: (results) => rowsOf(results).map(holdableOf),
  }
}
