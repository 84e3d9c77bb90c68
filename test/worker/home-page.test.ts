import { beforeEach, describe, expect, it } from 'vitest'
import indexHtml from '../../web/index.html?raw'
import { forgetLastKnown } from '../../worker/cache/last-known.ts'
import { forgetEverything } from '../../worker/cache/search-cache.ts'
import { withSearches } from '../../worker/jobs/count-searches.ts'
import { takeIn } from '../../worker/jobs/take-in.ts'
import { arriving } from '../support/books.ts'
import { type Library, MONDAY_MORNING, openLibrary } from '../support/in-workerd.ts'

let library: Library

beforeEach(async () => {
  library = await openLibrary()
  library.bindings.ASSETS = { fetch: async () => new Response(indexHtml, { headers: { 'content-type': 'text/html' } }) }
  await takeIn(library.client, arriving([{ title: 'Көшпенділер', language: 'kaz' }]), { now: MONDAY_MORNING, defaultBranchId: 1 })
  await library.client.execute(
    "INSERT INTO exhibitions (title_kk, title_ru, title_en, from_on, to_on, made_at) VALUES ('Көрме', 'Выставка', 'Show', '2026-11-01', '2026-11-30', '2026-11-01')",
  )
})

const get = async (path: string, headers: Record<string, string> = {}) => {
  library.state.trips = 0
  const response = await library.call('GET', path, undefined, headers)
  const html = await response.text()
  await library.settle()
  return { response, status: response.status, html }
}

const noted = () => withSearches(MONDAY_MORNING, async (lines) => lines.length)
const cut = () => {
  library.state.send = async () => new Response('no', { status: 502 })
}

describe('the first page', () => {
  it('says everything without a script: new and read titles, exhibitions, branches and whether they are open', async () => {
    const { status, html } = await get('/?lang=ru')
    expect(status).toBe(200)
    expect(html).toContain('<html lang="ru">')
    expect(html).toContain('action="/search"')
    expect(html.match(/<a href="\/record\/\d+-koshpendiler">/g)?.length).toBe(2)
    expect(html).toContain('Выставка')
    expect(html.match(/data-opening="open"/g)?.length).toBe(2)
    expect(html).toContain('<link rel="canonical" href="http://bulaq.test/">')
    expect(html).toContain('"@type":"WebSite"')
    expect(html).not.toContain('noindex')
  })

  it('is drawn in one turn of three questions, and asks for the lists only once', async () => {
    await get('/')
    expect(library.state.trips).toBeLessThanOrEqual(3)
    await get('/')
    expect(library.state.trips).toBe(1)
  })

  it('is no search: nobody is counted as asking', async () => {
    await noted()
    await get('/')
    expect(await noted()).toBe(0)
    await get('/search?q=абай')
    expect(await noted()).toBeGreaterThan(0)
  })

  it('leads an old address of a search to the search', async () => {
    const { status, response } = await get('/?q=abai&branch=1')
    expect([status, response.headers.get('location')]).toEqual([302, '/search?q=abai&branch=1'])
    expect((await get('/?q=&utm_source=x')).status).toBe(200)
  })

  it('shows what it last knew while the database is away', async () => {
    await get('/')
    cut()
    const { status, html } = await get('/')
    expect(status).toBe(200)
    expect(html).toContain('koshpendiler')
    expect(html).toContain('Көрме')
  })

  it('has a search box though nothing is known', async () => {
    forgetEverything()
    forgetLastKnown()
    cut()
    const { status, html } = await get('/')
    expect(status).toBe(503)
    expect(html).toContain('action="/search"')
  })
})
