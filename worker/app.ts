import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { openDatabase } from '../db/client.ts'
import { breakerOf, DatabaseUnavailable, type Patience } from '../db/line.ts'
import { refusedWith, refuseUnreadable } from './middleware/answer.ts'
import { openRoutes } from './middleware/may.ts'
import { ownOrigin } from './middleware/origin.ts'
import { branchesPage } from './pages/branches-page.ts'
import { browsePage } from './pages/browse-page.ts'
import { forRobots } from './pages/for-robots.ts'
import { homePage } from './pages/home-page.ts'
import { recordPage } from './pages/record-page.ts'
import { searchPage } from './pages/search-page.ts'
import { statisticsPages } from './pages/statistics/pages.ts'
import { isPerson, missing, troublePage } from './pages/trouble-page.ts'
import type { Call, Room } from './ports.ts'
import { account } from './routes/account.ts'
import { audit } from './routes/audit.ts'
import { availability } from './routes/availability.ts'
import { branches } from './routes/branches.ts'
import { calendar } from './routes/calendar.ts'
import { catalogue } from './routes/catalogue.ts'
import { copies } from './routes/copies.ts'
import { daySheets } from './routes/day-sheets.ts'
import { deskLists } from './routes/desk-lists.ts'
import { exhibitions } from './routes/exhibitions.ts'
import { groupLoans } from './routes/group-loans.ts'
import { handCounts } from './routes/hand-counts.ts'
import { headings } from './routes/headings.ts'
import { holdSettings } from './routes/hold-settings.ts'
import { holds } from './routes/holds.ts'
import { imports } from './routes/imports.ts'
import { integrity } from './routes/integrity.ts'
import { loans } from './routes/loans.ts'
import { notices } from './routes/notices.ts'
import { openingHours } from './routes/opening-hours.ts'
import { overdueLoans } from './routes/overdue-loans.ts'
import { passkeys } from './routes/passkeys.ts'
import { policies } from './routes/policies.ts'
import { questions } from './routes/questions.ts'
import { readerForms } from './routes/reader-forms.ts'
import { readers } from './routes/readers.ts'
import { records } from './routes/records.ts'
import { relocations } from './routes/relocations.ts'
import { reminders } from './routes/reminders.ts'
import { renewals } from './routes/renewals.ts'
import { returns } from './routes/returns.ts'
import { services } from './routes/services.ts'
import { session } from './routes/session.ts'
import { sessions } from './routes/sessions.ts'
import { sought } from './routes/sought.ts'
import { staff } from './routes/staff.ts'
import { statistics } from './routes/statistics.ts'
import { suggestions } from './routes/suggestions.ts'
import { transfers } from './routes/transfers.ts'
import { undos } from './routes/undos.ts'
import { visits } from './routes/visits.ts'
import { yearFacts } from './routes/year-facts.ts'
import { SECURITY_HEADERS } from './security-headers.ts'

export interface Ports {
  now(): Date
  /** Reaches the database; tests count and break it. */
  fetch: typeof fetch
}

const SMALL = bodyLimit({ maxSize: 64 * 1024, onError: (c) => c.json({ refused: 'too-large', refusals: ['too-large'] }, 413) })

const USUAL_HEADERS = Object.entries({ ...SECURITY_HEADERS, 'Cache-Control': 'no-store' })

export function createApp({ now, fetch: send }: Ports) {
  const app = new Hono<Room>()
  app.use(async (c, next) => {
    c.set('now', now())
    c.set('requestId', crypto.randomUUID())
    const { LIBSQL_URL: url, LIBSQL_AUTH_TOKEN: authToken } = c.env
    c.set('db', openDatabase({ url, authToken, fetch: send, patience: patienceOf(c.req.method, url, now) }))
    // Of an answer that is there already each header would make a new one.
    for (const [name, value] of USUAL_HEADERS) c.header(name, value)
    await next()
    for (const [name, value] of USUAL_HEADERS) if (!c.res.headers.has(name)) c.header(name, value)
  })
  app.use('/api/*', ownOrigin)
  app.use('/api/*', (c, next) => (c.req.path === '/api/imports' ? next() : SMALL(c, next)))
  app.notFound(missing)
  app.onError((error, c) =>
    error instanceof HTTPException ? refuseUnreadable(c).catch((other) => answerFailure(other, c)) : answerFailure(error, c),
  )
  app.route(
    '/statistics',
    statisticsPages((c, request) => app.fetch(request, c.env, executionOf(c))),
  )
  const served = app
    .route('/', forRobots)
    .route('/', homePage)
    .route('/branches', branchesPage)
    .route('/browse', browsePage)
    .route('/record', recordPage)
    .route('/search', searchPage)
    .route('/api/account', account)
    .route('/api/audit', audit)
    .route('/api/availability', availability)
    .route('/api/branches', branches)
    .route('/api/calendar', calendar)
    .route('/api/catalogue', catalogue)
    .route('/api/copies', copies)
    .route('/api/day-sheets', daySheets)
    .route('/api/desk-lists', deskLists)
    .route('/api/exhibitions', exhibitions)
    .route('/api/group-loans', groupLoans)
    .route('/api/hand-counts', handCounts)
    .route('/api/headings', headings)
    .route('/api/hold-settings', holdSettings)
    .route('/api/holds', holds)
    .route('/api/imports', imports)
    .route('/api/integrity', integrity)
    .route('/api/loans', loans)
    .route('/api/notices', notices)
    .route('/api/opening-hours', openingHours)
    .route('/api/overdue-loans', overdueLoans)
    .route('/api/passkeys', passkeys)
    .route('/api/policies', policies)
    .route('/api/questions', questions)
    .route('/api/readers', readerForms)
    .route('/api/readers', readers)
    .route('/api/records', records)
    .route('/api/relocations', relocations)
    .route('/api/reminders', reminders)
    .route('/api/renewals', renewals)
    .route('/api/returns', returns)
    .route('/api/services', services)
    .route('/api/session', session)
    .route('/api/sessions', sessions)
    .route('/api/sought', sought)
    .route('/api/staff', staff)
    .route('/api/statistics', statistics)
    .route('/api/suggestions', suggestions)
    .route('/api/transfers', transfers)
    .route('/api/undos', undos)
    .route('/api/visits', visits)
    .route('/api/year-facts', yearFacts)
  openRoutes(served)
  return served
}

function answerFailure(error: Error, c: Call): Response | Promise<Response> {
  const { requestId } = c.var
  console.error(JSON.stringify({ requestId, route: c.req.routePath, error: String(error), stack: error.stack }))
  const isAway = error instanceof DatabaseUnavailable
  if (isPerson(c)) return troublePage(c, isAway ? 'database-unavailable' : 'unexpected')
  if (isAway) return refusedWith(c, 'database-unavailable')
  return c.json({ refused: 'unexpected', refusals: ['unexpected'], requestId }, 500)
}

/** Tests may have none. */
function executionOf(c: Call) {
  try {
    return c.executionCtx
  } catch {
    return undefined
  }
}

/** Whoever reads is told soon that the database is away; a deed is worth waiting for. */
function patienceOf(method: string, url: string, now: Ports['now']): Patience {
  const insists = method !== 'GET'
  return { limitMs: insists ? 60_000 : 4_000, breaker: breakerOf(url), insists, now: () => now().getTime() }
}
