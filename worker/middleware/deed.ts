import type { InStatement } from '@libsql/client/http'
import { brokenUniqueness, type Question } from '../../db/client.ts'
import { keptAnswer, recordAnswer, storedAnswer } from '../../db/idempotency.ts'
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts'
import { type Actor, type Deed, forbid } from '../domain/staff/permissions.ts'
import type { Call } from '../ports.ts'
import { refused } from './answer.ts'
import { forbidHere } from './may.ts'
import { actorOf } from './session.ts'

export interface DeedPlan<Facts, Decision extends object> {
  /** When the request decides which deed it is, within those of the door. */
  deed?: Deed
  /** Where it is done, when the request says so. */
  branchId?: number | undefined
  request: object
  facts: Question<Facts>
  decide(facts: Facts, actor: Actor): Decision | Refusal
  record(decision: Decision, actor: Actor, key: string): InStatement[]
  answer(decision: Decision, actor: Actor): object
  /** A race lost at this `table.column` has only one meaning: no need to look again. */
  lostRaces?: Record<string, Refusal>
  onDone?(decision: Decision): void
}

/** As many as there are branches: each may scan a copy of the title that all wait for. */
const ATTEMPTS = 8

/** Load, decide, record: one batch to ask, one to write; the key and the answer are stored with the deed. */
export async function perform<Facts, Decision extends object>(c: Call, plan: DeedPlan<Facts, Decision>): Promise<Response> {
  const key = c.req.header('idempotency-key') ?? crypto.randomUUID()
  if (key.length > 200) return refused(c, refuse('bad-request'), { fields: ['idempotency-key'] })
  const request = `${c.req.method} ${c.req.path} ${JSON.stringify(plan.request)}`
  const session = await actorOf(c)
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const { actor, stored, facts } = await c.var.db.ask({ actor: session, stored: storedAnswer(key), facts: plan.facts })
    const forbidden = forbidHere(c, actor, plan.branchId) ?? (plan.deed && forbid(actor, plan.deed, plan.branchId))
    if (forbidden || !actor) return refused(c, forbidden ?? refuse('sign-in-required'))
    if (stored) return stored.request === request ? replay(stored.answer, stored.status) : refused(c, refuse('idempotency-key-reused'))
    const decision = plan.decide(facts, actor)
    if (isRefusal(decision)) return refused(c, decision)
    const answer = JSON.stringify(plan.answer(decision, actor))
    try {
      const kept = recordAnswer(key, { request, status: 201, answer }, c.var.now)
      const results = await c.var.db.record([kept, ...plan.record(decision, actor, key), keptAnswer(key)])
      plan.onDone?.(decision)
      return replay(String(results.at(-1)?.rows[0]?.answer), 201)
    } catch (error) {
      const broken = brokenUniqueness(error)
      if (broken === undefined) throw error
      const lost = plan.lostRaces?.[broken]
      if (lost) return refused(c, lost)
    }
  }
  return refused(c, refuse('reader-just-changed'))
}

function replay(answer: string, status: number): Response {
  return new Response(answer, { status, headers: { 'content-type': 'application/json' } })
}
