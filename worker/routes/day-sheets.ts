import { Hono } from 'hono'
import * as z from 'zod'
import { journalLine } from '../../db/journal.ts'
import { dayStanding } from '../../db/statistics/closing-facts.ts'
import { recordClosings } from '../../db/statistics/counting.ts'
import { closedFigures } from '../../db/statistics/figures.ts'
import { recordReopened } from '../../db/statistics/record-work.ts'
import { closedSheet, dayVersions, listDays, openSheet, transactedOn } from '../../db/statistics/sheets.ts'
import { daysBetween, isDay } from '../domain/calendar.ts'
import { refuse } from '../domain/refusal.ts'
import type { DayListAnswer, DaySheetAnswer, UnitTotals } from '../domain/statistics/answers.ts'
import { balanceOf, daySheet } from '../domain/statistics/day-sheet.ts'
import type { Figure } from '../domain/statistics/figure.ts'
import { closeDayAgain, reopenDay } from '../domain/statistics/reopen-day.ts'
import { ALL_UNITS } from '../domain/statistics/units.ts'
import { refused, valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import { forbidHere, may } from '../middleware/may.ts'
import { actorOf } from '../middleware/session.ts'
import type { Room } from '../ports.ts'

const LONGEST_DAYS = 366
const day = z.string().refine(isDay)
const branch = z.coerce.number().int().min(0)
const one = z.object({ day })
const between = z
  .object({ from: day, to: day, branch })
  .refine(({ from, to }) => daysBetween(from, to) >= 0 && daysBetween(from, to) <= LONGEST_DAYS)
const reopened = z.object({ branch: z.number().int().min(0), reason: z.string().trim().min(3).max(400) })
const again = z.object({ branch: z.number().int().min(0) })

/** The diary: each day of each branch in three parts, frozen by the night. */
export const daySheets = new Hono<Room>()
  .get('/', may('see-statistics'), valid('query', between), async (c) => {
    const { from, to, branch: of } = c.req.valid('query')
    const { actor, days } = await c.var.db.ask({ actor: await actorOf(c), days: listDays({ from, to }, of) })
    const forbidden = forbidHere(c, actor, of)
    return forbidden ? refused(c, forbidden) : c.json({ days } satisfies DayListAnswer)
  })
  .get('/:day', may('see-statistics'), valid('param', one), valid('query', z.object({ branch })), async (c) => {
    const of = c.req.valid('query').branch
    const { day: wanted } = c.req.valid('param')
    const carried = (from: string) => closedFigures({ period: { from, to: wanted }, branch: of, units: ALL_UNITS, splits: [] })
    const found = await c.var.db.ask({
      actor: await actorOf(c),
      standing: dayStanding(wanted, of),
      history: dayVersions(wanted, of),
      closed: closedSheet(wanted, of),
      open: openSheet(wanted, of),
      transacted: transactedOn(wanted, of),
      month: carried(`${wanted.slice(0, 7)}-01`),
      year: carried(`${wanted.slice(0, 4)}-01-01`),
    })
    const forbidden = forbidHere(c, found.actor, of)
    if (forbidden) return refused(c, forbidden)
    const { version, reopened: isReopened } = found.standing
    const figures = version === 0 ? found.open : found.closed
    const answer: DaySheetAnswer = {
      day: wanted,
      branch: of,
      state: isReopened ? 'reopened' : version > 0 ? 'closed' : 'open',
      version,
      versions: found.history.versions,
      parts: daySheet(
        figures,
        figures.filter(({ correction }) => correction > 0),
      ),
      corrections: found.history.corrections.map((made) => ({
        ...made,
        figures: figures.filter(({ correction }) => correction === made.correction).map(({ correction, ...figure }) => figure),
      })),
      balance: balanceOf(figures, found.transacted),
      carried: { month: totalsOf(found.month), year: totalsOf(found.year) },
    }
    return c.json(answer)
  })
  .post('/:day/reopenings', may('reopen-days'), valid('param', one), valid('json', reopened), (c) => {
    const { branch: of, reason } = c.req.valid('json')
    const { day: wanted } = c.req.valid('param')
    return perform(c, {
      branchId: of,
      request: { day: wanted, reason, branch: of },
      facts: dayStanding(wanted, of),
      decide: reopenDay,
      record: ({ version }, { id: staffId }) => [
        recordReopened({ day: wanted, version, reason }, { staffId, branchId: of, now: c.var.now }),
        journalLine({ deed: 'day-reopened', staffId, branchId: of || null, now: c.var.now, detail: { day: wanted, version, reason } }),
      ],
      answer: ({ version }) => ({ day: wanted, branch: of, version }),
      lostRaces: { 'day_reopenings.day': refuse('day-is-open') },
    })
  })
  .post('/:day/closings', may('reopen-days'), valid('param', one), valid('json', again), (c) => {
    const { branch: of } = c.req.valid('json')
    const { day: wanted } = c.req.valid('param')
    return perform(c, {
      branchId: of,
      request: { day: wanted, branch: of },
      facts: dayStanding(wanted, of),
      decide: (standing) => closeDayAgain(standing, wanted, of),
      record: (closing, { id: staffId }) => [
        ...recordClosings([closing], c.var.now, staffId),
        journalLine({
          deed: 'day-closed',
          staffId,
          branchId: of || null,
          now: c.var.now,
          detail: { day: wanted, version: closing.version },
        }),
      ],
      answer: ({ version }) => ({ day: wanted, branch: of, version }),
      lostRaces: { 'day_closings.day': refuse('day-is-closed') },
    })
  })

const totalsOf = (figures: readonly Figure[]): UnitTotals => Object.fromEntries(figures.map(({ unit, count }) => [unit, count]))
