import { Hono } from 'hono'
import { dayOf } from '../../domain/calendar.ts'
import type { Actor } from '../../domain/staff/permissions.ts'
import { LANGUAGES } from '../../domain/written.ts'
import { anybody } from '../../middleware/may.ts'
import type { Call, Room as Ported } from '../../ports.ts'
import { answerPage, answerRefusal } from './answer-page.ts'
import { dayPage } from './day-page.ts'
import { indicatorsPage } from './indicators-page.ts'
import { mayorPage } from './mayor-page.ts'
import { nowPage } from './now-page.ts'
import { openPage } from './open-page.ts'
import { type Ask, type Branch, type PageMaker, Refused, type Room, searchOf } from './page.ts'
import { paidPage } from './paid-page.ts'
import { reportsPage } from './reports-page.ts'
import { rowsPage } from './rows-page.ts'
import { soughtPage } from './sought-page.ts'
import { stockPage } from './stock-page.ts'
import { words } from './words/words.ts'
import { yearFactsPage } from './year-facts-page.ts'

const STAFF_PAGES: Record<string, PageMaker> = {
  now: nowPage,
  day: dayPage,
  reports: reportsPage,
  indicators: indicatorsPage,
  rows: rowsPage,
  sought: soughtPage,
  mayor: mayorPage,
  stock: stockPage,
  paid: paidPage,
  'year-facts': yearFactsPage,
}

/** Puts a request to this same Worker. */
export type Within = (c: Call, request: Request) => Response | Promise<Response>

/** The pages of the statistics. Anybody may come to their doors: they ask the API as any program does, so whatever they show can be had there, by the same rights. */
export function statisticsPages(within: Within) {
  const show = async (c: Call, maker: PageMaker, forStaff: boolean) => {
    const ask = askWithin(c, within, forStaff)
    const room = roomOf(c)
    try {
      const [{ branches }, session] = await Promise.all([
        ask<{ branches: Branch[] }>('/api/branches'),
        forStaff ? ask<{ staff: Actor }>('/api/session') : undefined,
      ])
      const known = { ...room, branches, actor: session?.staff }
      return await answerPage(c, known, await maker(ask, known))
    } catch (error) {
      if (error instanceof Refused) return answerRefusal(c, room, error.slug)
      throw error
    }
  }
  return new Hono<Ported>()
    .get('/', anybody, (c) => show(c, openPage, false))
    .get('/:page', anybody, (c) => {
      const name = c.req.param('page')
      const maker = Object.hasOwn(STAFF_PAGES, name) ? STAFF_PAGES[name] : undefined
      return maker ? show(c, maker, true) : answerRefusal(c, roomOf(c), 'not-found')
    })
}

function roomOf(c: Call): Room {
  const url = new URL(c.req.url)
  const language = LANGUAGES.find((each) => each === url.searchParams.get('lang')) ?? 'kk'
  return { words: words[language], language, url, actor: undefined, branches: [], today: dayOf(c.var.now) }
}

function askWithin(c: Call, within: Within, forStaff: boolean): Ask {
  const cookie = forStaff ? c.req.header('cookie') : undefined
  return async <Answer>(path: string, query = {}) => {
    const search = searchOf(query)
    const address = new URL(search ? `${path}?${search}` : path, c.req.url)
    const response = await within(c, new Request(address, { headers: cookie ? { cookie } : {} }))
    const body: unknown = await response.json()
    if (response.ok) return body as Answer
    throw new Refused(typeof body === 'object' && body && 'refused' in body ? String(body.refused) : 'unexpected')
  }
}
