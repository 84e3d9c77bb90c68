import type { Table } from '../../domain/statistics/table.ts'

/** The rows as objects, their keys explained once in `columns`. Money is in tiyn, as everywhere in the API. */
export function tableJson({ name, title, columns, rows }: Table): string {
  const objects = rows.map((row) => Object.fromEntries(columns.map(({ key }, index) => [key, row[index] ?? null])))
  return `${JSON.stringify({ name, title, columns, rows: objects }, null, 1)}\n`
}
