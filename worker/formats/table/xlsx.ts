import writeWorkbook, { type CellObject } from 'write-excel-file/universal'
import type { Cell, ColumnKind, Table } from '../../domain/statistics/table.ts'
import { xmlText } from '../xml-text.ts'

const FORMATS: Record<ColumnKind, string | undefined> = {
  text: undefined,
  day: 'dd.mm.yyyy',
  count: '#,##0',
  decimal: '#,##0.00',
  money: '#,##0.00',
  share: '0.0',
}

/** A workbook of one sheet (ECMA-376): title, head, rows, totals. Texts are cells of text, so no formula can run. */
export async function tableXlsx({ title, columns, rows, totals }: Table): Promise<Uint8Array<ArrayBuffer>> {
  const bold = (value: string | null): CellObject => ({
    ...(value === null ? {} : { value: xmlText(value), type: String }),
    fontWeight: 'bold',
  })
  const head = columns.map(
    ({ label, kind }): CellObject => ({
      ...bold(label),
      wrap: true,
      align: kind === 'text' ? 'left' : 'right',
      bottomBorderStyle: 'thin',
    }),
  )
  const line = (cells: readonly Cell[], heavy: boolean) =>
    columns.map(({ kind }, index) => ({ ...written(cells[index] ?? null, kind), ...(heavy ? { fontWeight: 'bold' as const } : {}) }))
  const foot = totals ? [line(totals, true)] : []
  const data = [[bold(title)], head, ...rows.map((row) => line(row, false)), ...foot]
  const widths = columns.map(({ label, kind }, index) => ({ width: kind === 'text' ? widest(rows, index, label) : 14 }))
  const blob = await writeWorkbook(data, { sheet: sheetName(title), columns: widths, stickyRowsCount: 2 }).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

function written(cell: Cell, kind: ColumnKind): CellObject {
  if (cell === null) return {}
  const format = FORMATS[kind]
  if (typeof cell === 'number') return { value: kind === 'money' ? cell / 100 : cell, type: Number, ...(format ? { format } : {}) }
  const day = kind === 'day' && /^\d{4}-\d\d-\d\d$/.test(cell) ? new Date(`${cell}T00:00:00Z`) : undefined
  return day && !Number.isNaN(day.getTime()) ? { value: day, type: Date, format: 'dd.mm.yyyy' } : { value: xmlText(cell), type: String }
}

/** A sheet's name has at most 31 signs and none of these. */
const sheetName = (title: string) =>
  xmlText(title)
    .replace(/[\\/?*[\]:']/g, ' ')
    .trim()
    .slice(0, 31)
    .trim() || 'Bulaq'

function widest(rows: Table['rows'], index: number, label: string): number {
  const longest = Math.max(label.length, ...rows.slice(0, 500).map((row) => String(row[index] ?? '').length))
  return Math.min(60, Math.max(10, longest + 2))
}
