import { Hono } from 'hono'
import * as z from 'zod'
import { holdRules, recordHoldSettings } from '../../db/circulation/hold-rules.ts'
import { dayOf } from '../domain/calendar.ts'
import { refuse } from '../domain/refusal.ts'
import { refused, valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import { forbidHere, may } from '../middleware/may.ts'
import { actorOf } from '../middleware/session.ts'
import type { Room } from '../ports.ts'

const branches = z.array(z.number().int().positive()).max(1000)
const settings = z.object({
  maxHoldsPerDay: z.number().int().min(0).max(1000).nullable(),
  newCopyDays: z.number().int().min(0).max(3650),
  transferWarningDays: z.number().int().min(0).max(365),
  claimsWarning: z.number().int().min(1).max(1000),
  branchesWithoutPickup: branches,
  branchesThatKeepCopies: branches,
})

/** What holds for every hold and transfer, besides the policy: for the office to change. */
export const holdSettings = new Hono<Room>()
  .get('/', may('take-back'), async (c) => {
    const { actor, rules } = await c.var.db.ask({ actor: await actorOf(c), rules: holdRules(dayOf(c.var.now)) })
    const forbidden = forbidHere(c, actor)
    if (forbidden) return refused(c, forbidden)
    const { today: _, branches: __, ...settingsNow } = rules
    return c.json({ settings: settingsNow })
  })
  .put('/', may('edit-policy'), valid('json', settings), (c) => {
    const request = c.req.valid('json')
    return perform(c, {
      request,
      facts: holdRules(dayOf(c.var.now)),
      decide: ({ branches: known }, actor) => {
        if (actor.branchId !== null) return refuse('wrong-branch')
        const named = [...request.branchesWithoutPickup, ...request.branchesThatKeepCopies]
        return named.every((id) => known.includes(id)) ? request : refuse('branch-not-found')
      },
      record: (changed, { id: staffId }) => recordHoldSettings(changed, staffId, c.var.now),
      answer: (changed) => ({ settings: changed }),
    })
  })
