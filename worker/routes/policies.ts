import { Hono } from 'hono'
import * as z from 'zod'
import { listCalendars } from '../../db/circulation/list-calendars.ts'
import { listPastLoans, policySet } from '../../db/circulation/past-loans.ts'
import {
  listMaterials,
  listPolicyVersions,
  nameDraft,
  policyInForce,
  policyVersionFacts,
  recordChangedPolicy,
  recordDraft,
  recordPolicyInForce,
} from '../../db/circulation/policy-versions.ts'
import { addDays, dayOf, isDay, startOf } from '../domain/calendar.ts'
import { summarise } from '../domain/circulation/dry-run.ts'
import { changePolicy, putInForce } from '../domain/circulation/edit-policy.ts'
import { replay } from '../domain/circulation/replay.ts'
import { refuse } from '../domain/refusal.ts'
import { refused, refusedWith, valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import { forbidHere, may } from '../middleware/may.ts'
import { actorOf } from '../middleware/session.ts'
import type { Room } from '../ports.ts'
import { policyRule } from './policy-shape.ts'

const MOST_RULES = 1_000
const name = z.string().trim().min(1).max(100)
const id = z.object({ id: z.coerce.number().int().positive() })
const draft = z.object({ name, from: z.int().positive() })
const changes = z.object({ revision: z.int().min(0), name, rules: z.array(policyRule).min(1).max(MOST_RULES) })
const LAST_YEAR_DAYS = 365
const PAGE = 250
const page = z.object({ after: z.int().min(0).optional() })
const force = z.object({ revision: z.int().min(0), from: z.string().refine(isDay).optional() })

/** The policy of the library: drafts, what is in force, what was. */
export const policies = new Hono<Room>()
  .get('/', may('see-policy'), async (c) => {
    const questions = {
      actor: await actorOf(c),
      versions: listPolicyVersions(),
      inForce: policyInForce(c.var.now),
      materials: listMaterials(),
    }
    const { actor, ...answer } = await c.var.db.ask(questions)
    const forbidden = forbidHere(c, actor)
    return forbidden ? refused(c, forbidden) : c.json(answer)
  })
  .get('/:id', may('see-policy'), valid('param', id), async (c) => {
    const { actor, facts } = await c.var.db.ask({ actor: await actorOf(c), facts: policyVersionFacts(c.req.valid('param').id) })
    const forbidden = forbidHere(c, actor)
    if (forbidden) return refused(c, forbidden)
    return facts.version ? c.json({ policy: facts.version, rules: facts.rules }) : refusedWith(c, 'policy-not-found')
  })
  .post('/', may('edit-policy'), valid('json', draft), (c) => {
    const request = c.req.valid('json')
    const { now } = c.var
    return perform(c, {
      request,
      facts: policyVersionFacts(request.from),
      decide: ({ version, rules }) => (version ? { rules, longestDays: version.longestDays } : refuse('policy-not-found')),
      record: ({ rules, longestDays }, { id: staffId }, key) => [
        ...recordDraft(request.name, rules, longestDays, { staffId, now }),
        nameDraft(key),
      ],
      answer: () => ({ policy: { name: request.name, revision: 0, inForceAt: null } }),
    })
  })
  .put('/:id', may('edit-policy'), valid('param', id), valid('json', changes), (c) => {
    const request = c.req.valid('json')
    const { now } = c.var
    return perform(c, {
      request,
      facts: policyVersionFacts(c.req.valid('param').id),
      decide: (facts) => changePolicy(facts, request, dayOf(now)),
      record: (changed, { id: staffId }) => recordChangedPolicy(changed, { staffId, now }),
      answer: ({ version }) => ({ policy: { id: version.id, name: request.name, revision: version.revision + 1, inForceAt: null } }),
      lostRaces: { 'policy_changes.version_id': refuse('policy-just-changed') },
    })
  })
  .post('/:id/force', may('edit-policy'), valid('param', id), valid('json', force), (c) => {
    const request = c.req.valid('json')
    const { now } = c.var
    const at = request.from === undefined ? now : startOf(request.from)
    return perform(c, {
      request,
      facts: policyVersionFacts(c.req.valid('param').id),
      decide: (facts) => putInForce(facts, request.revision, at, now),
      record: ({ version, inForceAt }, { id: staffId }) => recordPolicyInForce(version, inForceAt, { staffId, now }),
      answer: ({ version, inForceAt }) => ({ policy: { id: version.id, name: version.name, revision: version.revision + 1, inForceAt } }),
      lostRaces: { 'policy_changes.version_id': refuse('policy-just-changed') },
    })
  })
  // What would change: the last year's loans under this version and under the one in force, a page at a time.
  .post('/:id/dry-run', may('edit-policy'), valid('param', id), valid('json', page), async (c) => {
    const { now } = c.var
    const [since, today] = [addDays(dayOf(now), -LAST_YEAR_DAYS), dayOf(now)]
    const { actor, draft, inForce, loans, calendars } = await c.var.db.ask({
      actor: await actorOf(c),
      draft: policySet(c.req.valid('param').id),
      inForce: policySet(now),
      loans: listPastLoans(since, c.req.valid('json').after, PAGE),
      calendars: listCalendars(since, addDays(today, LAST_YEAR_DAYS)),
    })
    const forbidden = forbidHere(c, actor)
    if (forbidden) return refused(c, forbidden)
    if (draft.rules.length === 0) return refusedWith(c, 'policy-not-found')
    const replayed = loans.flatMap((loan) => {
      const calendar = calendars.get(loan.branchId)
      return calendar ? [replay(loan, inForce, draft, calendar)] : []
    })
    return c.json({ from: since, to: today, ...summarise(replayed), after: loans.length === PAGE ? (loans.at(-1)?.id ?? null) : null })
  })
