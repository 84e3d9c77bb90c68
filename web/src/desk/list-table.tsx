import type { ComponentChildren } from 'preact'

export interface Column<Row> {
  name: string
  cell: (row: Row) => ComponentChildren
}

interface Props<Row> {
  columns: Column<Row>[]
  rows: Row[]
  keyOf: (row: Row) => string | number
  labelledBy: string
}

/** A table to work through and to print; on a phone each row is a card that names its fields. */
export function ListTable<Row>({ columns, rows, keyOf, labelledBy }: Props<Row>) {
  return (
    <table class="list" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          {columns.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} data-row={keyOf(row)}>
            {columns.map(({ name, cell }) => {
              const inside = cell(row)
              return (
                <td key={name} data-label={name} class={inside === '—' ? 'nothing' : undefined}>
                  {inside}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
