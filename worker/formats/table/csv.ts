import type { Cell, ColumnKind, Table } from '../../domain/statistics/table.ts'

/** Without it Excel takes the file for the machine's old code page and spoils every Kazakh letter. */
const BYTE_ORDER_MARK = '\ufeff'

/** RFC 4180 in UTF-8: a head of keys, then the rows. Decimals have a point, money is in whole tenge with hundredths. */
export function tableCsv({ columns, rows }: Table): string {
  const head = columns.map(({ key }) => key)
  const body = rows.map((row) => columns.map(({ kind }, index) => csvValue(row[index] ?? null, kind)))
  return BYTE_ORDER_MARK + [head.map(csvField), ...body].map((fields) => `${fields.join(',')}\r\n`).join('')
}

function csvValue(cell: Cell, kind: ColumnKind): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return kind === 'money' ? (cell / 100).toFixed(2) : String(cell)
  return csvField(cell)
}

/** Where a cell would begin that a spreadsheet runs: Excel in Kazakh and Russian parts lines at semicolons, and knows no quotes there. */
const FORMULA = /(?<![^;\t\r\n])(?=[\s"]*[=+\-@\uff0b\uff0d\uff1d\uff20])|^(?=[\t\r\n])/g

/** A text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection). */
function csvField(text: string): string {
  const safe = text.replace(FORMULA, "'")
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
