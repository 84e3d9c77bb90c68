import { Hono } from 'hono'
import * as z from 'zod'
import {
  closeBranchFacts,
  findException,
  listSpecialDays,
  recordException,
  recordExceptionLifted,
  recordHoliday,
  recordNoHoliday,
  recordWeek,
} from '../../db/circulation/closings.ts'
import { listCalendars } from '../../db/circulation/list-calendars.ts'
import { addDays, daysBetween, isDay } from '../domain/calendar.ts'
import { closeBranch } from '../domain/circulation/close-branch.ts'
import { hoursOn } from '../domain/library-calendar.ts'
import { refuse } from '../domain/refusal.ts'
import type { Actor } from '../domain/staff/permissions.ts'
import { refusedWith, valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import { anybody, may } from '../middleware/may.ts'
import type { Room } from '../ports.ts'

const LONGEST_DAYS = 400
const day = z.string().refine(isDay)
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)
const hours = z.array(z.object({ opens: time, closes: time }).refine(({ opens, closes }) => opens < closes)).max(3)
const branch = z.coerce.number().int().positive()
const shown = z
  .object({ branch, from: day, to: day })
  .refine(({ from, to }) => daysBetween(from, to) >= 0 && daysBetween(from, to) <= LONGEST_DAYS)
const which = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal('last')])
const cleaning = z.union([z.null(), z.literal('last-working-day'), z.object({ which, weekday: z.int().min(1).max(7) })])
const week = z.object({ week: z.array(hours).length(7), cleaning })
const exception = z.object({
  branchId: z.int().positive().nullable(),
  from: day,
  to: day,
  hours,
  reason: z.string().trim().max(200),
  confirm: z.array(z.string().max(64)).max(5).optional(),
})
const name = z.string().trim().min(1).max(100)
const holiday = z.object({ shifts: z.boolean(), nameKk: name, nameRu: name, nameEn: name })
const ofSystem = (actor: Actor) => (actor.branchId === null ? {} : refuse('wrong-branch'))

/** When the branches are open: for everybody to read, for heads and the office to change. */
export const calendar = new Hono<Room>()
  .get('/', anybody, valid('query', shown), async (c) => {
    const { branch: id, from, to } = c.req.valid('query')
    const { calendars, special } = await c.var.db.ask({ calendars: listCalendars(from, to), special: listSpecialDays(from, to) })
    const found = calendars.get(id)
    if (!found) return refusedWith(c, 'branch-not-found')
    const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index))
    return c.json({
      branch: id,
      week: found.week,
      cleaning: found.cleaning,
      holidays: special.holidays,
      exceptions: special.exceptions.filter(({ branchId }) => branchId === null || branchId === id),
      days: days.map((date) => ({ day: date, hours: hoursOn(found, date) })),
    })
  })
  .put('/weeks/:branch', may('edit-calendar'), valid('param', z.object({ branch })), valid('json', week), (c) => {
    const { branch: branchId } = c.req.valid('param')
    const request = c.req.valid('json')
    return perform(c, {
      branchId,
      request,
      facts: listCalendars('2000-01-01', '2000-01-01'),
      decide: (calendars) => (calendars.has(branchId) ? request : refuse('branch-not-found')),
      record: (changed, { id: staffId }) => recordWeek(branchId, changed.week, changed.cleaning, { staffId, now: c.var.now }),
      answer: (changed) => ({ calendar: { branch: branchId, ...changed } }),
    })
  })
  .post('/exceptions', may('edit-calendar'), valid('json', exception), (c) => {
    const { confirm = [], ...asked } = c.req.valid('json')
    return perform(c, {
      branchId: asked.branchId ?? undefined,
      request: { ...asked, confirm },
      facts: closeBranchFacts(asked.from, asked.to),
      decide: (facts, actor) => closeBranch(facts, asked, confirm, actor),
      record: (made, { id: staffId }) => recordException(made, { staffId, now: c.var.now }),
      answer: ({ exception: made, moves, loans, holds }) => ({ exception: made, moved: { loans, holds, to: moves } }),
    })
  })
  .delete('/exceptions/:id', may('edit-calendar'), valid('param', z.object({ id: branch })), (c) => {
    const { id } = c.req.valid('param')
    return perform(c, {
      request: { id },
      facts: findException(id),
      decide: (found, actor) => {
        if (!found) return refuse('not-found')
        return actor.branchId === null || actor.branchId === found.branchId ? found : refuse('wrong-branch')
      },
      record: ({ branchId }, { id: staffId }) => recordExceptionLifted(id, branchId, { staffId, now: c.var.now }),
      answer: (lifted) => ({ lifted }),
    })
  })
  .put('/holidays/:day', may('edit-calendar'), valid('param', z.object({ day })), valid('json', holiday), (c) => {
    const named = { ...c.req.valid('json'), ...c.req.valid('param') }
    return perform(c, {
      request: named,
      facts: listSpecialDays(named.day, named.day),
      decide: (_, actor) => ofSystem(actor),
      record: (_, { id: staffId }) => recordHoliday(named, { staffId, now: c.var.now }),
      answer: () => ({ holiday: named }),
    })
  })
  .delete('/holidays/:day', may('edit-calendar'), valid('param', z.object({ day })), (c) => {
    const { day: date } = c.req.valid('param')
    return perform(c, {
      request: { day: date },
      facts: listSpecialDays(date, date),
      decide: ({ holidays }, actor) => (holidays.length > 0 ? ofSystem(actor) : refuse('not-found')),
      record: (_, { id: staffId }) => recordNoHoliday(date, { staffId, now: c.var.now }),
      answer: () => ({ lifted: date }),
    })
  })
