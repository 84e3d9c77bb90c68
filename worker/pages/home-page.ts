import { Hono } from 'hono'
import { listBranches } from '../../db/branches.ts'
import { listCalendars } from '../../db/circulation/list-calendars.ts'
import { listExhibitions } from '../../db/outreach/exhibitions.ts'
import { lastKnown } from '../cache/last-known.ts'
import { addDays, dayOf } from '../domain/calendar.ts'
import { hoursOn } from '../domain/library-calendar.ts'
import { websiteSchema } from '../formats/schema-org.ts'
import { anybody } from '../middleware/may.ts'
import type { Call, Room } from '../ports.ts'
import { asked, look, NO_FACETS } from '../routes/catalogue.ts'
import { answered } from './answered.ts'
import { languageOf } from './language.ts'
import { page } from './page.ts'
import { WORDS } from './words.ts'

const SHOWN = 4
/** Enough to say when a branch opens again. */
const DAYS_AHEAD = 8

/** The first page as it is today, for those too who run no script; what was asked of it is a search. */
export const homePage = new Hono<Room>().get('/', anybody, async (c) => {
  const { search: query, searchParams, origin } = new URL(c.req.url)
  if (Object.keys(asked.shape).some((name) => searchParams.get(name))) return c.redirect(`/search${query}`)
  const language = languageOf(c)
  const [newest, mostRead, { branches, ...around }] = await Promise.all([listed(c, 'newest'), listed(c, 'relevance'), aroundOf(c)])
  // Loaded when the first page is drawn: Node, which runs the benchmarks, does not read TSX.
  const { drawHome } = await import('#drawn')
  const drawn = drawHome({ branches, home: { newest, mostRead, ...around } }, c.var.now, { language, query })
  const { site, home } = WORDS[language]
  const head = { language, description: home, canonical: '/', jsonLd: websiteSchema(site, origin) }
  const told = { ...head, openGraph: { 'og:type': 'website', 'og:site_name': site, 'og:image': new URL('/icon-512.png', origin).href } }
  return page(c, '/', drawn, told, newest.ok || mostRead.ok ? 200 : 503)
})

/** The first titles that can be had now: nobody searched, so it is not counted. */
const listed = (c: Call, sort: 'newest' | 'relevance') =>
  answered(async () => {
    const { answer } = await look(c, asked.parse({ available: '1', sort, limit: SHOWN }))
    return { ...answer, facets: NO_FACETS }
  })

async function aroundOf(c: Call) {
  const { db, now } = c.var
  const today = dayOf(now)
  const days = Array.from({ length: DAYS_AHEAD }, (_, ahead) => addDays(today, ahead))
  const ask = async () => {
    const calendarsOf = listCalendars(today, addDays(today, DAYS_AHEAD - 1))
    const { calendars, ...rest } = await db.ask({ calendars: calendarsOf, branches: listBranches(), exhibitions: listExhibitions(today) })
    const hours = [...calendars.values()].map((calendar) => ({
      branch: calendar.branchId,
      days: days.map((day) => ({ day, hours: hoursOn(calendar, day) })),
    }))
    return { ...rest, hours }
  }
  const wait = (work: Promise<unknown>) => c.executionCtx.waitUntil(work)
  const known = await answered(() => lastKnown('home', ask, { kv: c.env.CACHE, databaseUrl: c.env.LIBSQL_URL, now, wait }))
  return known.ok ? known.value : { branches: [], exhibitions: [], hours: [] }
}
