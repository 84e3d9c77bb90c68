import type { Client, Row } from '@libsql/client/http'
import { type Day, daysBetween } from '../../worker/domain/calendar.ts'
import { isOpenHold, type World } from './rules/world.ts'

const count = (value: unknown) => Number(value ?? 0)
const orNull = (value: unknown) => (value === null || value === undefined ? null : Number(value))

/** The world as the database has it, in the words of the model: one line for each copy, hold and reader; and the numbers of the holds. */
export async function readWorld(client: Client, base: number, start: Day, today: Day): Promise<{ seen: string; holdIds: number[] }> {
  const [copies, holds, readers] = await client.batch(
    [
      {
        sql: `SELECT c.id, c.barcode, c.holding_branch_id AS at, coalesce(w.place, 'shelf') AS place, c.withdrawn_on IS NOT NULL AS withdrawn,
                l.reader_id, l.renewals, l.due_on, l.on_site, t.to_branch_id, i.kind
              FROM copies c LEFT JOIN copy_whereabouts w ON w.copy_id = c.id LEFT JOIN loans l ON l.copy_id = c.id AND l.returned_at IS NULL
              LEFT JOIN transfers t ON t.copy_id = c.id AND t.received_at IS NULL AND t.cancelled_at IS NULL
              LEFT JOIN copy_incidents i ON i.copy_id = c.id AND i.closed_at IS NULL WHERE c.record_id = ?`,
        args: [base],
      },
      {
        sql: `SELECT id, reader_id, pickup_branch_id, state, trapped_copy_id, suspended_at IS NOT NULL AS suspended
              FROM holds WHERE record_id = ? ORDER BY queue_ordinal`,
        args: [base],
      },
      {
        sql: `SELECT d.id, (SELECT count(*) FROM reader_blocks b WHERE b.reader_id = d.id AND b.lifted_at IS NULL AND coalesce(b.until_on, '9') >= ?) AS bars,
                (SELECT sum(amount) FROM charges c WHERE c.reader_id = d.id AND c.settled_at IS NULL) AS debt
              FROM readers d WHERE d.id BETWEEN ? AND ? ORDER BY d.id`,
        args: [today, base, base + 99],
      },
    ],
    'read',
  )
  const addresses = new Map((copies?.rows ?? []).map((row) => [Number(row.id), Number(String(row.barcode).slice(1)) - base]))
  const copyLines = (copies?.rows ?? []).map((row) => copyLine(row, base, start, addresses.get(Number(row.id)) ?? -1))
  const holdLines = (holds?.rows ?? []).map(({ reader_id, pickup_branch_id, state, trapped_copy_id, suspended }) => {
    const isOpen = state === 'queued' || state === 'waiting' || state === 'in-transit'
    const copy = isOpen && trapped_copy_id !== null ? (addresses.get(Number(trapped_copy_id)) ?? -1) : null
    return line([count(reader_id) - base, pickup_branch_id, state, copy, suspended === 1])
  })
  const readerLines = (readers?.rows ?? []).map(({ bars, debt }) => line([count(bars), count(debt)]))
  return { seen: [...copyLines.sort(), ...holdLines, ...readerLines].join('; '), holdIds: (holds?.rows ?? []).map(({ id }) => Number(id)) }
}

function copyLine(
  { at, place, reader_id, renewals, due_on, on_site, to_branch_id, kind, withdrawn }: Row,
  base: number,
  start: Day,
  id: number,
) {
  const reader = reader_id === null ? null : Number(reader_id) - base
  const due = due_on === null ? null : daysBetween(start, String(due_on))
  return line([`copy ${id}`, at, place, reader, count(renewals), due, on_site === 1, orNull(to_branch_id), kind, withdrawn === 1])
}

const line = (parts: unknown[]) => parts.map(String).join(' ')

/** What of the model can be seen in the database. */
export function visible({ copies, holds, readers }: World, day: number): string {
  const copyLines = copies.map(({ id, at, place, loan, transfer, mark, withdrawn }) =>
    line([
      `copy ${id}`,
      at,
      place,
      loan?.reader ?? null,
      loan?.renewals ?? 0,
      loan?.due ?? null,
      loan?.onSite === true,
      transfer?.to ?? null,
      mark?.kind ?? null,
      withdrawn,
    ]),
  )
  const holdLines = holds.map((hold) => line([hold.reader, hold.pickup, hold.state, isOpenHold(hold) ? hold.copy : null, hold.suspended]))
  const readerLines = readers.map(({ blocks, charges }) =>
    line([
      blocks.filter(({ until, lifted }) => !lifted && (until === null || until >= day)).length,
      charges.filter(({ open }) => open).reduce((sum, { amount }) => sum + amount, 0),
    ]),
  )
  return [...copyLines.sort(), ...holdLines, ...readerLines].join('; ')
}
