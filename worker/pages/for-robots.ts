import { Hono } from 'hono'
import { lastRecord, listAddresses, listNewest } from '../../db/catalogue/list-addresses.ts'
import { gostDescription } from '../domain/catalogue/gost-description.ts'
import { recordAddress } from '../domain/catalogue/record-address.ts'
import { writeRss } from '../formats/write-rss.ts'
import { writeSitemap, writeSitemapIndex } from '../formats/write-sitemap.ts'
import { refusedWith } from '../middleware/answer.ts'
import { anybody } from '../middleware/may.ts'
import type { Room } from '../ports.ts'
import { asked } from '../routes/catalogue.ts'
import { languageOf } from './language.ts'
import { WORDS } from './words.ts'

/** Records in one part of the sitemap: what one trip brings, far below the 50 000 that are allowed. */
const PART = 5_000
/** As many parts as an index may name: 250 000 000 records. */
const MOST_PARTS = 50_000
const NEWEST = 50

/** A search by words alone may be kept; its filters, orders and further pages are too many. */
const NARROWED = Object.keys(asked.shape).filter((name) => name !== 'q')
const DISALLOWED = ['/api/', '/desk', '/office', '/account', ...NARROWED.map((name) => `/search?*${name}=`)]

const PAGES = ['/', '/branches', '/browse', '/browse?by=authors', '/browse?by=subjects']

const kept = (seconds: number) => `public, max-age=${seconds}`

/** What machines read: where the records are, and which came last. */
export const forRobots = new Hono<Room>()
  .get('/robots.txt', anybody, (c) => {
    c.header('Cache-Control', kept(86_400))
    const sitemap = new URL('/sitemap.xml', c.req.url).href
    return c.text(`User-agent: *\n${DISALLOWED.map((path) => `Disallow: ${path}\n`).join('')}Sitemap: ${sitemap}\n`)
  })
  .get('/sitemap.xml', anybody, async (c) => {
    const { last } = await c.var.db.ask({ last: lastRecord() })
    const parts = Math.min(Math.ceil(last / PART), MOST_PARTS)
    const addresses = Array.from({ length: parts }, (_, at) => new URL(`/sitemap/${at + 1}.xml`, c.req.url).href)
    c.header('Cache-Control', kept(3_600))
    return c.body(writeSitemapIndex([new URL('/sitemap/pages.xml', c.req.url).href, ...addresses]), 200, XML)
  })
  .get('/sitemap/:part', anybody, async (c) => {
    const part = c.req.param('part')
    const at = (path: string) => new URL(path, c.req.url).href
    c.header('Cache-Control', kept(3_600))
    if (part === 'pages.xml') return c.body(writeSitemap(PAGES.map((path) => ({ address: at(path) }))), 200, XML)
    const number = Number(/^(\d{1,5})\.xml$/.exec(part)?.[1])
    if (!(number >= 1 && number <= MOST_PARTS)) return refusedWith(c, 'not-found')
    const { records } = await c.var.db.ask({ records: listAddresses((number - 1) * PART, number * PART) })
    if (records.length === 0) return refusedWith(c, 'not-found')
    const pages = records.map(({ id, title, changedAt }) => ({ address: at(recordAddress(id, title)), ...dayOf(changedAt) }))
    return c.body(writeSitemap(pages), 200, XML)
  })
  .get('/new-books.rss', anybody, async (c) => {
    const language = languageOf(c)
    const { records } = await c.var.db.ask({ records: listNewest(NEWEST) })
    const items = records.map(({ id, title, author, description, addedAt }) => ({
      title: [author, title].filter(Boolean).join('. '),
      address: new URL(recordAddress(id, title), c.req.url).href,
      text: gostDescription(description, language),
      addedAt,
    }))
    c.header('Cache-Control', 'no-cache')
    const title = `${WORDS[language].newBooks} — ${WORDS[language].site}`
    const address = new URL('/search?sort=newest', c.req.url).href
    return c.body(writeRss({ title, address, own: c.req.url, language, items }), 200, {
      'Content-Type': 'application/rss+xml; charset=utf-8',
    })
  })

const XML = { 'Content-Type': 'application/xml; charset=utf-8' }
const dayOf = (instant: string) => (/^\d{4}-\d\d-\d\d/.test(instant) ? { changedOn: instant.slice(0, 10) } : {})
