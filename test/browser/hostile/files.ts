import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { expect } from 'vitest'
import type { Statement } from './library.ts'
import { PRINTED } from './statistics.ts'
import { hostile } from './words.ts'

/** Gets what stands at an address of the library, signed in. */
type Get = (path: string) => Promise<Response>

/** How a text begins that a spreadsheet runs. */
const BEGINNINGS = ['=HYPERLINK("http://evil.example","x")', '+1+1', '-1+1', '@SUM(A1)', '\t=1+1', '\r=1+1', ' =1+1', 'x;=1+1;', '＝1+1']
const BEGUN = `CASE id % ${BEGINNINGS.length} ${BEGINNINGS.map((_, at) => `WHEN ${at} THEN ?${at + 2}`).join(' ')} END`
const NAMED = [
  ['records', 'title', 'title'],
  ['staff', 'name', 'staff'],
  ['copies', 'inventory_number', 'inventory'],
  ['branches', 'name_kk', 'branch'],
  ['network_changes', 'text_kk', 'network'],
  ['network_changes', 'source', 'origin'],
]

/** Every text that comes into a table is a formula. */
export const FORMULAS: Statement[] = [
  ...NAMED.map(([table, column, name]) => ({
    sql: `UPDATE ${table} SET ${column} = ${BEGUN} || ?1 || id`,
    args: [`&"${name}"&`, ...BEGINNINGS],
  })),
  { sql: 'UPDATE year_facts SET source = ?', args: ['=1+1&"source"&'] },
  { sql: 'UPDATE sought SET question = ? || question', args: ['x;=1+1&"sought"&'] },
]
const NAMES = [...NAMED.map(([, , name]) => name), 'source', 'sought']

/** All that a spreadsheet would run, wherever it parts the lines. */
const run = (csv: string) =>
  csv
    .split(/[,;\t\r\n]/)
    .map((cell) => cell.replace(/^[\s"\ufeff]+/, ''))
    .filter((cell) => /^[=+\-@＝]/.test(cell) && Number.isNaN(Number(cell)))

/** Takes every table of the statistics away, as a person does who presses each link once. */
export async function takeTablesAway(get: Get, opened: string) {
  const taken = new Map<string, string>()
  for (const { name, path } of PRINTED) {
    const page = await (await get(path(opened))).text()
    for (const [, link = ''] of page.matchAll(/href="([^"]*as=csv[^"]*)"/g)) {
      const address = link.replaceAll('&amp;', '&')
      const file = await get(address)
      expect([address, file.headers.get('content-type')]).toEqual([address, 'text/csv; charset=utf-8'])
      expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="bulaq-[\w-]+\.csv"$/)
      const csv = await file.text()
      expect([address, run(csv)]).toEqual([address, []])
      taken.set(`${name} ${address}`, csv)
    }
  }
  const all = [...taken.values()].join('\n')
  for (const name of NAMES) expect(all).toContain(`&""${name}""&`)
  const workbook = await get(`/statistics/stock?table=stock&as=xlsx&month=${opened.slice(0, 7)}`)
  const parts = unzipSync(new Uint8Array(await workbook.arrayBuffer()))
  const [sheet, texts] = ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml'].map((name) => new TextDecoder().decode(parts[name]))
  expect(texts).toContain('&amp;"title"&amp;')
  expect(sheet).not.toMatch(/<f[\s>]/)
}

/** What another program reads of a book: one entry, one line a field, no element that is not the format's. */
export async function takeBookAway(get: Get) {
  const exported = async (as: string) => (await get(`/api/records/1/export?as=${as}`)).text()
  expect(await exported('gost')).toContain(hostile('title'))
  const bibtex = await exported('bibtex')
  expect(bibtex).toContain(hostile('title'))
  expect(bibtex.match(/^@/gm)).toHaveLength(1)
  const ris = await exported('ris')
  expect(ris).toContain(hostile('title'))
  expect(ris.split('\r\n').filter((line) => line && !/^[A-Z][A-Z0-9] {2}- /.test(line))).toEqual([])
  for (const path of ['/api/records/1/export?as=marcxml', '/new-books.rss', '/sitemap/1.xml']) {
    const { names, text } = readXml(await (await get(path)).text())
    expect([path, names.filter((name) => /^(img|svg|script)$/i.test(name))]).toEqual([path, []])
    if (!path.startsWith('/sitemap')) expect(text).toContain(hostile('title'))
  }
}

function readXml(xml: string) {
  const names: string[] = []
  let text = ''
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => void names.push(name))
  parser.on('text', (part) => {
    text += part
  })
  parser.write(xml).close()
  return { names, text }
}
