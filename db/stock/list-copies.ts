import type { InStatement, Row } from '@libsql/client/http'
import type { Place } from '../../worker/domain/circulation/copy-state.ts'
import type { ListedCopy } from '../../worker/domain/stock/listed-copy.ts'
import { numberOrNull, textOrNull } from '../circulation/copy-state.ts'
import { type Question, rowsOf } from '../client.ts'

/** More are not put on one screen, nor on the labels of one print. */
const MOST_COPIES = 200

const LISTED = `SELECT c.*, r.title, r.author, coalesce(c.shelfmark, r.shelfmark) AS called_by, coalesce(w.place, 'on-shelf') AS place, i.kind AS mark
  FROM copies c JOIN records r ON r.id = c.record_id LEFT JOIN copy_whereabouts w ON w.copy_id = c.id
  LEFT JOIN copy_incidents i ON i.copy_id = c.id AND i.closed_at IS NULL`

const ORDER = `ORDER BY called_by, c.record_id, c.id LIMIT ${MOST_COPIES}`

/** Copies by barcode or inventory number, or else those whose shelfmark begins so; home at one branch, if it is named. */
export function listCopiesByMark(text: string, branch: number | null): Question<ListedCopy[]> {
  const here = branch === null ? '' : 'AND c.branch_id = ?'
  const at = branch === null ? [] : [branch]
  // The highest character there is: everything that begins with the text lies between the two.
  const span = [text, `${text}\u{10ffff}`]
  return listed([
    { sql: `${LISTED} WHERE (c.barcode = ? OR c.inventory_number = ?) ${here} ${ORDER}`, args: [text, text, ...at] },
    {
      sql: `${LISTED} WHERE c.id IN (SELECT c.id FROM copies c WHERE c.shelfmark BETWEEN ? AND ? ${here}
              UNION SELECT c.id FROM records r JOIN copies c ON c.record_id = r.id
              WHERE r.shelfmark BETWEEN ? AND ? AND c.shelfmark IS NULL ${here} LIMIT ${MOST_COPIES}) ${ORDER}`,
      args: [...span, ...at, ...span, ...at],
    },
  ])
}

export function listCopiesOfRecord(record: number, branch: number | null): Question<ListedCopy[]> {
  const here = branch === null ? '' : 'AND c.branch_id = ?'
  return listed([{ sql: `${LISTED} WHERE c.record_id = ? ${here} ${ORDER}`, args: branch === null ? [record] : [record, branch] }])
}

/** What the first statement finds, or else the next. */
function listed(statements: InStatement[]): Question<ListedCopy[]> {
  return {
    statements,
    read: (results) => (results.map((_, index) => rowsOf(results, index)).find((rows) => rows.length > 0) ?? []).map(copyOf),
  }
}

function copyOf(row: Row): ListedCopy {
  return {
    barcode: String(row.barcode),
    recordId: Number(row.record_id),
    title: String(row.title),
    author: textOrNull(row.author),
    calledBy: textOrNull(row.called_by),
    inventoryNumber: textOrNull(row.inventory_number),
    shelfmark: textOrNull(row.shelfmark),
    location: textOrNull(row.location),
    price: numberOrNull(row.price),
    onSiteOnly: row.on_site_only === 1,
    homeBranchId: Number(row.branch_id),
    holdingBranchId: Number(row.holding_branch_id),
    place: String(row.place) as Place,
    mark: textOrNull(row.mark),
    withdrawn: row.withdrawn_on !== null,
  }
}
