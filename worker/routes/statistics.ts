import { Hono } from 'hono'
import * as z from 'zod'
import { closedFigures, closedSeries, closedTo, listDailyFigures } from '../../db/statistics/figures.ts'
import { listRowsBehind } from '../../db/statistics/journal-rows.ts'
import { periodSources } from '../../db/statistics/sources.ts'
import { listStockBehind } from '../../db/statistics/stock.ts'
import { todayAndBefore } from '../../db/statistics/today.ts'
import { dayOf, daysBetween, isDay } from '../domain/calendar.ts'
import type { Actor } from '../domain/staff/permissions.ts'
import type {
  DailyAnswer,
  IndicatorsAnswer,
  ReportAnswer,
  ReportListAnswer,
  RowsAnswer,
  SeriesAnswer,
  StockAnswer,
  TodayAnswer,
  TotalsAnswer,
} from '../domain/statistics/answers.ts'
import { INDICATORS } from '../domain/statistics/indicators.ts'
import { mergeDays, mergeFigures, mergePoints, mergeReport } from '../domain/statistics/merge-small.ts'
import { type Period, periodOf } from '../domain/statistics/period.ts'
import { reckonIndicators, reckonReport, splitsOf, unitsOf } from '../domain/statistics/reckon.ts'
import { REPORTS, reportFor } from '../domain/statistics/reports.ts'
import { ALL_UNITS, isUnit, SPLITS, type Split, type Unit } from '../domain/statistics/units.ts'
import { mayBeShown, seesAll } from '../domain/statistics/who-sees.ts'
import { refusedWith, valid } from '../middleware/answer.ts'
import { anybody, may } from '../middleware/may.ts'
import { actorOf } from '../middleware/session.ts'
import type { Call, Room } from '../ports.ts'

const LONGEST_DAYS = 36_600
const ROWS_A_PAGE = 100
const day = z.string().refine(isDay)
const branch = z.coerce.number().int().min(0).optional()
const units = z
  .string()
  .optional()
  .transform((text) => (text === undefined ? [...ALL_UNITS] : text.split(',')))
  .pipe(z.array(z.custom<Unit>((one) => isUnit(String(one)))).min(1))
const isSplit = (text: unknown): text is Split | 'branch' => text === 'branch' || SPLITS.some((split) => split === text)
const splits = z
  .string()
  .optional()
  .transform((text) => [...new Set(text ? text.split(',') : [])])
  .pipe(z.array(z.custom<Split | 'branch'>(isSplit)))
const between = z.object({ from: day, to: day, branch })
const forward = ({ from, to }: Period) => daysBetween(from, to) >= 0 && daysBetween(from, to) <= LONGEST_DAYS
const period = z.string().refine((name) => periodOf(name) !== undefined)

const totals = between.extend({ unit: units, split: splits }).refine(forward)
const series = between.extend({ unit: units, step: z.enum(['day', 'month', 'year']), split: splits }).refine(forward)
const ofPeriod = z.object({ period, branch })
const values = z
  .string()
  .max(400)
  .transform((text) => text.split(','))
  .optional()
const ofCopies = { contentGroup: values, language: values, kind: values }
const rows = between
  .extend({
    unit: units,
    after: z
      .string()
      .regex(/^\d{4}-\d\d-\d\d\.\d{1,15}$/)
      .optional(),
    ...ofCopies,
    readerCategory: values,
    ageBand: values,
    byHand: values,
    correction: z.coerce.number().int().min(0).max(100_000).optional(),
  })
  .refine(forward)
const stock = z.object({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  branch,
  ...ofCopies,
  after: z.coerce.number().int().min(0).optional(),
})

const notTheirs = (c: Call, actor: Actor | undefined) => refusedWith(c, actor ? 'wrong-branch' : 'sign-in-required')

/** What was counted. The public has the sums with small groups merged; the rows behind them are for the staff. */
export const statistics = new Hono<Room>()
  .get('/totals', anybody, valid('query', totals), async (c) => {
    const { from, to, branch: of = null, unit, split } = c.req.valid('query')
    const asked = { period: { from, to }, branch: of, units: unit, splits: split }
    const { actor, figures, closed } = await c.var.db.ask({ actor: await actorOf(c), figures: closedFigures(asked), closed: closedTo() })
    const all = seesAll(actor, of)
    if (!all && !mayBeShown(split, of)) return notTheirs(c, actor)
    const answer: TotalsAnswer = { from, to, branch: of, splits: split, figures: all ? figures : mergeFigures(figures), closedTo: closed }
    return c.json(answer)
  })
  .get('/series', anybody, valid('query', series), async (c) => {
    const { from, to, branch: of = null, unit, step, split } = c.req.valid('query')
    if (split.length > 1) return refusedWith(c, 'bad-request')
    const asked = { step, period: { from, to }, branch: of, units: unit, split: split[0] }
    const { actor, points, closed } = await c.var.db.ask({ actor: await actorOf(c), points: closedSeries(asked), closed: closedTo() })
    const all = seesAll(actor, of)
    if (!all && !mayBeShown(split, of)) return notTheirs(c, actor)
    const answer: SeriesAnswer = { step, points: all ? points : mergePoints(points), closedTo: closed }
    return c.json(answer)
  })
  .get('/today', anybody, valid('query', z.object({ branch })), async (c) => {
    const today = dayOf(c.var.now)
    const { branch: of = null } = c.req.valid('query')
    const { actor, figures } = await c.var.db.ask({ actor: await actorOf(c), figures: todayAndBefore(today, of) })
    if (!seesAll(actor, of) && !mayBeShown([], of)) return notTheirs(c, actor)
    return c.json({ day: today, branch: of, ...figures } satisfies TodayAnswer)
  })
  .get('/indicators', anybody, valid('query', ofPeriod), async (c) => {
    const { period: name, branch: of = null } = c.req.valid('query')
    const formulas = INDICATORS.flatMap(({ local, iso }) => (iso ? [local, iso] : [local]))
    const asked = { period: periodOf(name) ?? { from: '', to: '' }, branch: of, units: unitsOf(formulas), splits: splitsOf(formulas) }
    const { actor, sources, closed } = await c.var.db.ask({ actor: await actorOf(c), sources: periodSources(asked), closed: closedTo() })
    if (!seesAll(actor, of) && !mayBeShown([], of)) return notTheirs(c, actor)
    const answer: IndicatorsAnswer = { period: name, branch: of, indicators: reckonIndicators(sources), closedTo: closed }
    return c.json(answer)
  })
  .get('/reports', anybody, (c) => c.json({ reports: REPORTS.map(({ sections, ...report }) => report) } satisfies ReportListAnswer))
  .get('/reports/:id', anybody, valid('query', ofPeriod), async (c) => {
    const { period: name, branch: of = null } = c.req.valid('query')
    const report = reportFor(c.req.param('id'), name)
    if (!report) return refusedWith(c, 'report-not-found')
    const lines = report.sections.flatMap(({ rows: own }) => own)
    const formulas = lines.flatMap(({ formula }) => (formula ? [formula] : []))
    const splits = splitsOf(
      formulas,
      lines.map(({ split }) => split),
    )
    const asked = { period: periodOf(name) ?? { from: '', to: '' }, branch: of, units: unitsOf(formulas), splits }
    const { actor, sources, closed } = await c.var.db.ask({ actor: await actorOf(c), sources: periodSources(asked), closed: closedTo() })
    const all = seesAll(actor, of)
    if (!all && !mayBeShown([], of)) return notTheirs(c, actor)
    const { sections, ...about } = report
    const filled = reckonReport(report, sources)
    const answer: ReportAnswer = {
      report: about,
      period: name,
      branch: of,
      sections: all ? filled : mergeReport(filled),
      closedTo: closed,
    }
    return c.json(answer)
  })
  .get('/rows', may('see-statistics'), valid('query', rows), async (c) => {
    const { from, to, branch: of = null, unit, correction, after, ...where } = c.req.valid('query')
    const [afterDay = '', afterId] = after?.split('.') ?? []
    const asked = {
      units: unit,
      period: { from, to },
      branch: of,
      where,
      correction,
      after: afterId ? { day: afterDay, id: Number(afterId) } : undefined,
    }
    const { actor, found } = await c.var.db.ask({ actor: await actorOf(c), found: listRowsBehind({ ...asked, page: ROWS_A_PAGE + 1 }) })
    if (!seesAll(actor, of)) return notTheirs(c, actor)
    const page = found.slice(0, ROWS_A_PAGE)
    const last = found.length > ROWS_A_PAGE ? page.at(-1) : undefined
    const answer: RowsAnswer = { rows: page, next: last ? `${last.day}.${last.id}` : null }
    return c.json(answer)
  })
  .get('/stock', may('see-statistics'), valid('query', stock), async (c) => {
    const { month, branch: of = null, after = 0, ...where } = c.req.valid('query')
    const asked = { month, branch: of, where, after, page: ROWS_A_PAGE + 1 }
    const { actor, found } = await c.var.db.ask({ actor: await actorOf(c), found: listStockBehind(asked) })
    if (!seesAll(actor, of)) return notTheirs(c, actor)
    const copies = found.slice(0, ROWS_A_PAGE)
    const answer: StockAnswer = { copies, next: found.length > ROWS_A_PAGE ? (copies.at(-1)?.id ?? null) : null }
    return c.json(answer)
  })
  .get('/daily', anybody, valid('query', between.refine(forward)), async (c) => {
    const { from, to, branch: of = null } = c.req.valid('query')
    // Of all branches, whichever is asked for: what one of them shows alone must not be told by asking for each.
    const { actor, days } = await c.var.db.ask({ actor: await actorOf(c), days: listDailyFigures({ from, to }) })
    const shown = seesAll(actor, of) ? days : mergeDays(days)
    const answer: DailyAnswer = { days: of === null ? shown : shown.filter(({ branch }) => branch === of) }
    return c.json(answer)
  })
