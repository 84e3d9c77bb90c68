import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import { REPORTS } from '../../worker/domain/statistics/reports.ts'
import { closeDays } from '../../worker/jobs/close-days.ts'
import { type Library, MONDAY_MORNING, openLibrary } from '../support/in-workerd.ts'

const SHELL = '<!doctype html><html lang="kk"><head><title>x</title></head><body><div id="page"></div></body></html>'
const TUESDAY_NIGHT = new Date('2026-11-23T19:05:00Z')

let library: Library

/** A Monday on which two Kazakh books and a Russian one went out, and the night after it. */
beforeAll(async () => {
  library = await openLibrary()
  library.bindings.ASSETS = { fetch: async () => new Response(SHELL) }
  await library.signIn('aigerim')
  for (const copy of ['C1', 'C3', 'C4']) await library.call('POST', '/api/loans', { reader: 'R1', copy, branch: 1 })
  library.signOut()
  library.state.now = TUESDAY_NIGHT
  await closeDays(openDatabase({ url: library.bindings.LIBSQL_URL }), TUESDAY_NIGHT)
})

afterEach(() => library.signOut())

async function page(path: string) {
  const response = await library.call('GET', path)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

describe('the public page of statistics', () => {
  it('comes whole, with its pictures, in three languages, and may be kept', async () => {
    for (const [query, language, word] of [
      ['', 'kk', 'Филиалдар қатар'],
      ['?lang=ru', 'ru', 'Филиалы рядом'],
      ['?lang=en', 'en', 'Branches side by side'],
    ] as const) {
      const { status, headers, text } = await page(`/statistics${query}`)
      expect(status).toBe(200)
      expect(headers.get('Cache-Control')).toBe('public, max-age=600')
      expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'")
      expect(text).toContain(`<html lang="${language}">`)
      expect(text).toContain(word)
      expect(text.match(/<svg [^>]*role="img"/g)?.length).toBeGreaterThanOrEqual(4)
      expect(text).not.toContain('undefined')
    }
  })

  it('shows the day that was closed, with a table behind the picture', async () => {
    const { text } = await page('/statistics')
    expect(text).toContain('23.11.2026')
    expect(text).toMatch(/2026 жылғы 23 қараша: 3</)
  })

  it('gives every table away as a file, and the days of the year as open data', async () => {
    const csv = await page('/statistics?table=daily&as=csv')
    expect(csv.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
    expect(csv.headers.get('Content-Disposition')).toBe('attachment; filename="bulaq-daily.csv"')
    expect(csv.text).toContain('day,branch,branchName,unit,count\r\n')
    expect(csv.text).not.toContain('R1')
    const json = JSON.parse((await page('/statistics?table=branches&as=json')).text)
    expect(json.columns.map(({ key }: { key: string }) => key)).toEqual(['branch', 'loan', 'visit'])
    const xlsx = await library.call('GET', '/statistics?table=branches&as=xlsx')
    expect([...new Uint8Array(await xlsx.arrayBuffer()).slice(0, 2)]).toEqual([0x50, 0x4b])
    expect((await page('/statistics?table=nothing&as=csv')).status).toBe(404)
    expect((await page('/statistics?table=__proto__&as=csv')).status).toBe(404)
    expect((await page('/statistics?table=branches&as=exe')).status).toBe(400)
  })

  it('says so when the database is away', async () => {
    const library = await openLibrary()
    library.bindings.ASSETS = { fetch: async () => new Response(SHELL) }
    library.state.send = async () => {
      throw new TypeError('the line is cut')
    }
    const response = await library.call('GET', '/statistics')
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('data-refused="database-unavailable"')
  })
})

const STAFF_PAGES = [
  'now',
  'day',
  'reports',
  'indicators',
  'sought',
  'mayor',
  'paid',
  'year-facts',
  'rows?unit=loan&from=2026-11-23&to=2026-11-23',
]

describe('the pages of the staff', () => {
  it.each(STAFF_PAGES)('ask who is there before %s', async (name) => {
    const { status, text } = await page(`/statistics/${name}`)
    expect(status).toBe(401)
    expect(text).toContain('data-sign-in-here')
  })

  it.each(STAFF_PAGES)('show the director %s in three languages', async (name) => {
    await library.signIn('director')
    for (const language of ['kk', 'ru', 'en']) {
      const { status, headers, text } = await page(`/statistics/${name}${name.includes('?') ? '&' : '?'}lang=${language}`)
      expect(status, text.slice(0, 600)).toBe(200)
      expect(headers.get('Cache-Control')).toBe('no-store')
      expect(text).toContain('aria-current')
      expect(text).not.toMatch(/undefined|\[object|NaN/)
    }
  })

  it.each(STAFF_PAGES)('show a librarian %s of her branch', async (name) => {
    await library.signIn('aigerim')
    const { status, text } = await page(`/statistics/${name}`)
    expect(status, text.slice(-1500)).toBe(200)
  })

  it('do not show a librarian the rows of another branch', async () => {
    await library.signIn('aigerim')
    const { status, text } = await page('/statistics/rows?unit=loan&from=2026-11-23&to=2026-11-23&branch=2')
    expect(status).toBe(403)
    expect(text).toContain('data-refused="wrong-branch"')
  })

  it('name the rows of every report in the language of the page', async () => {
    await library.signIn('director')
    for (const { id, period, sections } of REPORTS) {
      const when = { month: '2026-11', quarter: '2026-Q4', year: '2026' }[period]
      const { text } = await page(`/statistics/reports?report=${id}&period=${when}&lang=en`)
      for (const { title, rows } of sections)
        for (const { en } of [title, ...rows.map(({ label }) => label)]) expect(text, id).toContain(asHtml(en))
      const form = text.slice(text.indexOf('data-report='), text.indexOf('class="take-away'))
      expect(form.replace(/<form[\s\S]*?<\/form>/g, '').match(/[а-яәіңғүұқөһё]{3,}[^<]*/gi), id).toBeNull()
    }
  })

  it('open a figure down to the rows behind it, which name no reader', async () => {
    await library.signIn('director')
    const { text } = await page('/statistics/rows?unit=loan&from=2026-11-23&to=2026-11-23')
    expect(text).toContain('data-rows="3"')
    expect(text).toContain('Абай жолы')
    expect(text).not.toContain('Ахметова')
  })

  it('answer nonsense with a sentence', async () => {
    await library.signIn('director')
    for (const [path, status] of [
      ['/statistics/nothing-here', 404],
      ['/statistics/rows?unit=nothing', 400],
      ['/statistics/rows?unit=loan&from=yesterday', 400],
      ['/statistics/indicators?period=soon', 400],
      ['/statistics/sought?month=2026', 400],
      ['/statistics/now?lang=%00&branch=%27', 200],
      ['/statistics/day?day=2026-02-30', 200],
      ['/statistics/paid?from=2027-01-01', 200],
    ] as const) {
      const answer = await page(path)
      expect(answer.status, path).toBe(status)
      expect(answer.text).toContain('<html lang="kk">')
    }
  })

  it('keep what was typed in a search text, whatever it is', async () => {
    await library.call('GET', `/api/catalogue?q=${encodeURIComponent('<img src=x onerror=alert(1)> жоқкітап')}`)
    await library.settle()
    await closeSearches()
    await library.signIn('director')
    const { text } = await page('/statistics/sought?month=2026-11')
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt; жоқкітап')
    expect(text).not.toContain('<img src=x')
  })
})

const asHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')

async function closeSearches() {
  const { withSearches } = await import('../../worker/jobs/count-searches.ts')
  await withSearches(MONDAY_MORNING, (lines) => openDatabase({ url: library.bindings.LIBSQL_URL }).record(lines))
}
