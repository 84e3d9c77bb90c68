import { beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import { recordStock } from '../../db/statistics/stock.ts'
import type { RowsAnswer, StockAnswer } from '../../worker/domain/statistics/answers.ts'
import { closeDays } from '../../worker/jobs/close-days.ts'
import { type Library, openLibrary } from '../support/in-workerd.ts'

const SHELL = '<!doctype html><html lang="kk"><head><title>x</title></head><body><div id="page"></div></body></html>'
const WEDNESDAY_NIGHT = new Date('2026-11-24T19:05:00Z')

let library: Library

/** A Monday of every kind of deed, closed; a loan that was told later; the stock, and what is entered for the year. */
beforeAll(async () => {
  library = await openLibrary()
  library.bindings.ASSETS = { fetch: async () => new Response(SHELL) }
  await library.signIn('director')
  const post = async (path: string, body: object) => expect((await library.call('POST', path, body)).status, path).toBeLessThan(300)
  await post('/api/loans', { reader: 'R1', copy: 'C1', branch: 1 })
  await post('/api/loans', { reader: 'R1', copy: 'C3', branch: 1 })
  await post('/api/loans', { reader: 'R2', copy: 'C4', branch: 1 })
  await post('/api/returns', { copy: 'C1', branch: 1 })
  await post('/api/visits', { branch: 1, count: 40 })
  await post('/api/questions', { branch: 1, count: 3 })
  for (const body of [
    { deed: 'event', branch: 1, kind: 'reading', visitors: 25 },
    { deed: 'internet-session', branch: 1 },
    { deed: 'paid-service', branch: 1, kind: 'photocopy', count: 4, amount: 16_000 },
  ])
    await post('/api/services', body)
  for (const [fact, value] of Object.entries({ population: 80_000, staff: 37, budget: 90_000_000_00 }))
    await post('/api/year-facts', { year: 2026, fact, value, source: 'Есеп' })
  const db = openDatabase({ url: library.bindings.LIBSQL_URL })
  await closeDays(db, new Date('2026-11-23T19:05:00Z'))
  await library.client.execute(
    "INSERT INTO journal (at, day, deed, staff_id, branch_id, language, content_group, kind, first_of_year) VALUES ('2026-11-23T09:00:00Z', '2026-11-23', 'loan', 1, 1, 'kaz', 'fiction', 'book', 0)",
  )
  await closeDays(db, WEDNESDAY_NIGHT)
  await db.record(recordStock('2026-11'))
  library.state.now = WEDNESDAY_NIGHT
  await library.signIn('director')
})

async function pageOf(path: string): Promise<string> {
  const response = await library.call('GET', path)
  const text = await response.text()
  expect(response.status, path).toBe(200)
  return text
}

const plain = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .trim()
const numberIn = (text: string) => Number(text.replaceAll(/[^\d,-]/g, '').replace(',', '.'))

/** The numbers of a page: cells, big numbers, values of formulas; each with the address that it opens. */
function numbersOf(html: string) {
  const tables = [...html.matchAll(/<table data-table="([^"]*)">.*?<\/table>/gs)].flatMap(([table, name = '']) =>
    [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].flatMap(([, row = '']) =>
      [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([cell, inside = ''], column) => ({
        where: `${name} ${column}`,
        cell,
        inside,
      })),
    ),
  )
  const found = [
    ...tables.filter(({ cell }) => cell.startsWith('<td class="n">')),
    ...[...html.matchAll(/<dd>(.*?)<\/dd>/gs)].map(([, inside = '']) => ({ where: 'big number', inside })),
    ...[...html.matchAll(/<ul class="terms">.*?<\/ul>/gs)].flatMap(([list]) =>
      [...list.matchAll(/<li><span>.*?<\/span> (.*?)<\/li>/gs)].map(([, inside = '']) => ({ where: 'term', inside })),
    ),
    ...[...html.matchAll(/<tr data-row="([^"]*)">.*?<td class="n">(.*?)<\/td><\/tr>/gs)].map(([row, code = '', inside = '']) => ({
      where: row.includes('<ul class="terms">') ? `row ${code} with its terms` : `row ${code}`,
      inside,
    })),
    ...[...html.matchAll(/<tr class="part">.*?<td class="n">(.*?)<\/td><\/tr>/gs)].map(([, inside = '']) => ({ where: 'part', inside })),
  ]
  return found.map(({ where, inside }) => ({
    where,
    text: plain(inside),
    address: inside.match(/href="([^"]*)"/)?.[1]?.replaceAll('&amp;', '&'),
  }))
}

/** Means of other numbers of the page, and the other side of the balance: nothing of their own is behind them. */
const OF_OTHERS = /^(today 2|balance [23]|network \d|year-facts \d|row .* with its terms)$/

async function sumBehind(address: string): Promise<number> {
  const url = new URL(address, 'http://bulaq.test')
  if (url.pathname === '/statistics/stock') {
    const { copies } = (await (await library.call('GET', `/api/statistics/stock${url.search}`)).json()) as StockAnswer
    return copies.length
  }
  const { rows } = (await (await library.call('GET', `/api/statistics/rows${url.search}`)).json()) as RowsAnswer
  const money = url.searchParams.get('unit') === 'paid-income'
  return rows.reduce((sum, { quantity, amount }) => sum + (money ? (amount ?? 0) / 100 : quantity), 0)
}

const REPORT_PAGES = ['2026', '2026-11', '2026-Q4'].map((period) => `reports?period=${period}`)

describe('every figure of the statistics', () => {
  it.each([
    'mayor',
    'mayor?lang=ru',
    'now',
    'now?branch=1',
    'indicators',
    'indicators?period=2026-11',
    'day?day=2026-11-23&branch=1',
    'paid',
  ])('of %s opens the rows that sum up to it', (name) => opensAll(`/statistics/${name}`))

  it('of each report, too', async () => {
    const { reports } = (await (await library.call('GET', '/api/statistics/reports')).json()) as { reports: { id: string }[] }
    expect(reports.length).toBeGreaterThan(2)
    for (const { id } of reports) for (const page of REPORT_PAGES) await opensAll(`/statistics/${page}&report=${id}`)
  })
})

async function opensAll(path: string) {
  const numbers = numbersOf(await pageOf(path)).filter(({ text }) => /[1-9]/.test(text))
  expect(numbers.length).toBeGreaterThan(2)
  const closed = numbers.filter(({ where, address }) => address === undefined && !OF_OTHERS.test(where))
  expect(closed).toEqual([])
  const opened = new Map(numbers.flatMap(({ address, ...number }) => (address ? [[address, number] as const] : [])))
  for (const [address, { where, text }] of opened) {
    if (/\/statistics\/(rows|stock)\?/.test(address)) {
      const days = address.includes('unit=visit%2Cloan%2Con-site-loan%2Creturn')
      const sum = await sumBehind(address)
      if (!days) expect(sum, `${path}: ${where}: ${text}: ${address}`).toBe(numberIn(text))
      else expect(sum).toBeGreaterThanOrEqual(numberIn(text))
    } else await pageOf(address.split('#')[0] ?? '')
  }
}
