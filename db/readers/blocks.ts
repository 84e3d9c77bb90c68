import type { InStatement } from '@libsql/client/http'
import { type Day, dayOf } from '../../worker/domain/calendar.ts'
import type { BlockFacts, NewBlock, OpenBlock } from '../../worker/domain/circulation/block-reader.ts'
import { type Question, rowsOf } from '../client.ts'
import { journalLine } from '../journal.ts'

interface By {
  staffId: number
  branchId: number | null
  now: Date
}

/** Why the owner of this card may not borrow today, by hand or by suspension. */
export function blockFacts(card: string, today: Day): Question<BlockFacts> {
  const reader = '(SELECT id FROM readers WHERE card = ?)'
  const open = `SELECT id, kind, until_on, reason FROM reader_blocks WHERE reader_id = ${reader} AND lifted_at IS NULL`
  return {
    statements: [
      { sql: 'SELECT id FROM readers WHERE card = ?', args: [card] },
      { sql: `${open} AND until_on IS NULL UNION ALL ${open} AND until_on >= ?`, args: [card, card, today] },
    ],
    read: (results) => ({
      readerId: rowsOf(results).map((row) => Number(row.id))[0],
      blocks: rowsOf(results, 1).map(
        (row): OpenBlock => ({
          id: Number(row.id),
          kind: row.kind === 'suspension' ? 'suspension' : 'by-hand',
          until: row.until_on === null ? null : String(row.until_on),
          reason: row.reason === null ? null : String(row.reason),
        }),
      ),
    }),
  }
}

export function recordBlock({ readerId, until, reason }: NewBlock, { staffId, branchId, now }: By): InStatement[] {
  return [
    {
      sql: `INSERT INTO reader_blocks (reader_id, kind, from_on, until_on, reason, made_at, made_by) VALUES (?, 'by-hand', ?, ?, ?, ?, ?)`,
      args: [readerId, dayOf(now), until, reason, now.toISOString(), staffId],
    },
    journalLine({ deed: 'reader-blocked', staffId, branchId, now }),
  ]
}

export function recordBlockLifted({ id }: OpenBlock, { staffId, branchId, now }: By): InStatement[] {
  return [
    { sql: 'UPDATE reader_blocks SET lifted_at = ?, lifted_by = ? WHERE id = ?', args: [now.toISOString(), staffId, id] },
    journalLine({ deed: 'block-lifted', staffId, branchId, now }),
  ]
}
