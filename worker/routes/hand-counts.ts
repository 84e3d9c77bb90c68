import { Hono } from 'hono'
import * as z from 'zod'
import { listBranches } from '../../db/branches.ts'
import { together } from '../../db/client.ts'
import { dayStanding } from '../../db/statistics/closing-facts.ts'
import { listHandCounts } from '../../db/statistics/journal-rows.ts'
import { findHandCount, recordHandCount, recordTakenBack } from '../../db/statistics/record-work.ts'
import { daysBetween, isDay } from '../domain/calendar.ts'
import { refuse } from '../domain/refusal.ts'
import type { HandCountsAnswer } from '../domain/statistics/answers.ts'
import { enterHandCount, takeBackHandCount } from '../domain/statistics/hand-count.ts'
import { isClosed } from '../domain/statistics/reopen-day.ts'
import { ALL_UNITS, HAND_UNITS, isUnit, UNITS, type Unit } from '../domain/statistics/units.ts'
import { refused, valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import { forbidHere, may } from '../middleware/may.ts'
import { actorOf } from '../middleware/session.ts'
import type { Room } from '../ports.ts'

const LONGEST_DAYS = 366
const day = z.string().refine(isDay)
const note = z.string().trim().min(3).max(400).nullable().default(null)
const value = z.string().trim().min(1).max(40)
const counted = z.object({
  day,
  branch: z.number().int().positive(),
  unit: z.custom<Unit>((one) => isUnit(String(one)) && HAND_UNITS.some((unit) => unit === one)),
  quantity: z.number().int().min(1).max(100_000),
  amount: z.number().int().min(0).max(1e12).nullable().default(null),
  where: z.object({ contentGroup: value, language: value, kind: value, readerCategory: value, ageBand: value }).partial().default({}),
  note,
})
const between = z
  .object({ from: day, to: day, branch: z.coerce.number().int().positive() })
  .refine(({ from, to }) => daysBetween(from, to) >= 0 && daysBetween(from, to) <= LONGEST_DAYS)
const taken = z.object({ branch: z.number().int().positive(), day, note })

/** What is counted where nothing is scanned. */
export const handCounts = new Hono<Room>()
  .get('/', may('see-statistics'), valid('query', between), async (c) => {
    const { from, to, branch } = c.req.valid('query')
    const { actor, found } = await c.var.db.ask({ actor: await actorOf(c), found: listHandCounts({ from, to }, branch) })
    const forbidden = forbidHere(c, actor, branch)
    if (forbidden) return refused(c, forbidden)
    const counts = found.flatMap((row) => {
      const unit = ALL_UNITS.find((one) => UNITS[one].byHand && UNITS[one].deeds.includes(row.deed))
      return unit ? [{ ...row, unit }] : []
    })
    return c.json({ counts } satisfies HandCountsAnswer)
  })
  .post('/', may('count-by-hand'), valid('json', counted), (c) => {
    const request = c.req.valid('json')
    const { branch: branchId } = request
    return perform(c, {
      branchId,
      request,
      facts: together({ branches: listBranches(), standing: dayStanding(request.day, branchId) }),
      decide: ({ branches, standing }) => enterHandCount(request, { branches, closed: isClosed(standing) }, c.var.now),
      record: (count, { id: staffId }) => [recordHandCount(count, { staffId, branchId, now: c.var.now })],
      answer: ({ day: on, unit, quantity }) => ({ day: on, unit, quantity }),
    })
  })
  .post(
    '/:id/takings-back',
    may('count-by-hand'),
    valid('param', z.object({ id: z.coerce.number().int().positive() })),
    valid('json', taken),
    (c) => {
      const { id } = c.req.valid('param')
      const { branch: branchId, day: on, note: why } = c.req.valid('json')
      return perform(c, {
        branchId,
        request: { id, branchId, on, why },
        facts: together({ line: findHandCount(id), standing: dayStanding(on, branchId) }),
        decide: ({ line, standing }) =>
          line && line.day !== on ? refuse('hand-count-not-found') : takeBackHandCount({ line, closed: isClosed(standing) }, branchId, why),
        record: ({ note: reason }, { id: staffId }) => [recordTakenBack(id, reason, { staffId, branchId, now: c.var.now })],
        answer: () => ({ id }),
        lostRaces: { 'journal.undoes': refuse('hand-count-is-taken-back') },
      })
    },
  )
