import { type Column, ListTable } from '../list-table.tsx'
import type { Batch } from './use-batch.ts'

interface Props<Row> {
  batch: Batch<Row>
  columns: Column<Row>[]
  keyOf: (row: Row) => string | number
  /** The heading's id. */
  labelledBy: string
  /** How a row's mark is called. */
  nameOf: (row: Row) => string
}

/** The rows of a batch, each with its mark and with what was refused of it. */
export function BatchTable<Row>({ batch, columns, keyOf, labelledBy, nameOf }: Props<Row>) {
  if (batch.rows.length === 0) return null
  return <ListTable columns={columns} rows={batch.rows} keyOf={keyOf} labelledBy={labelledBy} choice={{ ...batch, nameOf }} />
}
