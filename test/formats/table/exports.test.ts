import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { type Table, withTotals } from '../../../worker/domain/statistics/table.ts'
import { tableCsv } from '../../../worker/formats/table/csv.ts'
import { tableJson } from '../../../worker/formats/table/json.ts'
import { tableXlsx } from '../../../worker/formats/table/xlsx.ts'

const TABLE: Table = {
  name: 'days',
  title: 'Күнделік: 2026/11 [есеп]',
  columns: [
    { key: 'branch', label: 'Филиал', kind: 'text' },
    { key: 'day', label: 'Күн', kind: 'day' },
    { key: 'loans', label: 'Берілім', kind: 'count' },
    { key: 'paid', label: 'Ақылы қызмет, ₸', kind: 'money' },
  ],
  rows: [
    ['Орталық «Абай», "жаңа"', '2026-11-23', 1_204, 69_200_000],
    ['=HYPERLINK("http://evil","x")', '2026-11-24', null, -50],
  ],
}

const text = fc.string({ unit: 'grapheme' })
const tableOf = (rows: string[][]): Table => ({
  name: 't',
  title: 't',
  columns: [
    { key: 'a', label: 'a', kind: 'text' },
    { key: 'b', label: 'b', kind: 'text' },
  ],
  rows,
})

/** RFC 4180 as the standard tells it, sign by sign. */
function readCsv(source: string): string[][] {
  const rows: string[][] = []
  let [row, field, quoted]: [string[], string, boolean] = [[], '', false]
  for (let at = 0; at < source.length; at++) {
    const sign = source[at]
    if (quoted && sign === '"' && source[at + 1] === '"') {
      field += '"'
      at++
    } else if (sign === '"') quoted = !quoted
    else if (!quoted && sign === ',') {
      row.push(field)
      field = ''
    } else if (!quoted && sign === '\r' && source[at + 1] === '\n') {
      rows.push([...row, field])
      ;[row, field] = [[], '']
      at++
    } else field += sign
  }
  return rows
}

describe('CSV', () => {
  it('begins with the mark that makes Excel read Kazakh letters', () => {
    expect(tableCsv(TABLE).startsWith('\ufeffbranch,day,loans,paid\r\n')).toBe(true)
  })

  it('writes an unknown figure as nothing and money in tenge', () => {
    expect(readCsv(tableCsv(TABLE)).slice(1)).toEqual([
      ['Орталық «Абай», "жаңа"', '2026-11-23', '1204', '692000.00'],
      ['\'=HYPERLINK("http://evil","x")', '2026-11-24', '', '-0.50'],
    ])
  })

  it('gives every text back, with an apostrophe before what a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), (pairs) => {
        const read = readCsv(tableCsv(tableOf(pairs)).slice(1)).slice(1)
        expect(read).toHaveLength(pairs.length)
        const bare = (rows: readonly string[][]) => rows.map((row) => row.map((cell) => cell.replaceAll("'", '')))
        expect(bare(read)).toEqual(bare(pairs))
      }),
    )
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '＝1', '\u00a0=1', '\tАбай', '\rАбай'])('lets no formula in: %j', (formula) => {
    expect(readCsv(tableCsv(tableOf([[formula, 'Абай']])).slice(1))[1]).toEqual([`'${formula}`, 'Абай'])
  })

  it.each([
    'Абай;=1+1;',
    'Абай; +1',
    'Абай;"=1',
    'Абай;\u00a0@SUM(A1)',
    'Абай\t-1',
    'Абай\n=1+1;',
    'Абай\r\n＝1',
    '\t=1',
    '\r=1',
    '\n=1',
    ';=1',
  ])('lets no formula in where lines are parted at semicolons, as Excel does in Kazakh and Russian: %j', (hidden) => {
    const begun = tableCsv(tableOf([['Мұхтар', hidden]])).split(/[;\t\r\n]/)
    expect(begun.filter((cell) => /^[\s"]*[=+\-@＝]/.test(cell))).toEqual([])
  })

  it('leaves a negative number a number', () => {
    const table: Table = { ...tableOf([]), columns: [{ key: 'n', label: 'n', kind: 'count' }], rows: [[-5]] }
    expect(tableCsv(table)).toBe('\ufeffn\r\n-5\r\n')
  })
})

describe('JSON', () => {
  it('names every cell and explains the names once', () => {
    const read = JSON.parse(tableJson(TABLE))
    expect(read.columns).toEqual(TABLE.columns)
    expect(read.rows[1]).toEqual({ branch: '=HYPERLINK("http://evil","x")', day: '2026-11-24', loans: null, paid: -50 })
  })
})

describe('XLSX', () => {
  it('holds the head, the rows and the totals, every text as text', async () => {
    const cells = await readSheet(await tableXlsx(withTotals(TABLE, 'Барлығы')))
    expect(cells).toEqual([
      ['Күнделік: 2026/11 [есеп]'],
      ['Филиал', 'Күн', 'Берілім', 'Ақылы қызмет, ₸'],
      ['Орталық «Абай», "жаңа"', 46_349, 1_204, 692_000],
      ['=HYPERLINK("http://evil","x")', 46_350, null, -0.5],
      ['Барлығы', null, 1_204, 691_999.5],
    ])
  })

  it('survives every text: no sign in it makes a file that does not open', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { maxLength: 5 }), text, async (pairs, title) => {
        const cells = await readSheet(await tableXlsx({ ...tableOf(pairs), title }))
        expect(cells).toHaveLength(pairs.length + 2)
      }),
      { numRuns: 40 },
    )
    const [, , row] = await readSheet(await tableXlsx(tableOf([['a\u0000\u0008<&>\ud800b', '']])))
    expect(row?.[0]).toMatch(/^a<&>\ufffd?b$/)
  })
})

/** The cells of the first sheet, read by hand: a zip of XML in which a formula would be an `f`. */
async function readSheet(file: Uint8Array): Promise<(string | number | null)[][]> {
  const parts = Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]))
  for (const [name, xml] of Object.entries(parts)) if (/\.(xml|rels)$/.test(name)) walk(xml, () => undefined)
  const strings: string[] = []
  walk(parts['xl/sharedStrings.xml'] ?? '<none/>', (name, _, inside) => {
    if (name === 'si') strings.push(inside)
  })
  const rows: (string | number | null)[][] = []
  let row: (string | number | null)[] = []
  walk(parts['xl/worksheets/sheet1.xml'] ?? '', (name, { t, r }, inside) => {
    expect(name).not.toBe('f')
    if (name === 'c') {
      const column = (r ?? '').charCodeAt(0) - 65
      while (row.length < column) row.push(null)
      row[column] = inside === '' ? null : t === 's' ? (strings[Number(inside)] ?? null) : Number(inside)
    }
    if (name === 'row') {
      while (row.length > 1 && row.at(-1) === null) row.pop()
      rows.push(row)
      row = []
    }
  })
  return rows
}

function walk(xml: string, closed: (name: string, attributes: Record<string, string>, inside: string) => void): void {
  const open: { name: string; attributes: Record<string, string>; inside: string }[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => void open.push({ name, attributes: attributes as Record<string, string>, inside: '' }))
  parser.on('text', (text) => {
    for (const each of open) each.inside += text
  })
  parser.on('closetag', () => {
    const done = open.pop()
    if (done) closed(done.name, done.attributes, done.inside)
  })
  parser.write(xml).close()
}
