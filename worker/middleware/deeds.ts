import type { InStatement } from '@libsql/client/http'
import { brokenUniqueness, each, type Question } from '../../db/client.ts'
import { keptAnswer, recordAnswer, storedAnswer } from '../../db/idempotency.ts'
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts'
import type { Actor } from '../domain/staff/permissions.ts'
import type { Call } from '../ports.ts'
import { refusalBody, refused } from './answer.ts'
import { forbidHere } from './may.ts'
import { actorOf } from './session.ts'

export interface DeedsPlan<Line extends { key: string }, Shared, Facts, Decision extends object> {
  branchId: number
  lines: readonly Line[]
  shared: Question<Shared>
  facts(line: Line): Question<Facts>
  /** One outcome for each line, in its order; a line counts what those before it have done. */
  decide(lines: readonly { line: Line; facts: Facts }[], shared: Shared, actor: Actor): (Decision | Refusal)[]
  record(decision: Decision, actor: Actor, key: string): InStatement[]
  answer(decision: Decision): object
  onDone(decision: Decision): void
}

interface LineAnswer {
  key: string
  status: number
  body: unknown
}

const ATTEMPTS = 8

/**
 * Many deeds of one kind in the trips of one: all facts in one batch, all deeds in another. Each line has its own key and
 * its own answer, so that a list sent again changes nothing. A race lost by one line makes all look again.
 */
export async function performEach<Line extends { key: string }, Shared, Facts, Decision extends object>(
  c: Call,
  plan: DeedsPlan<Line, Shared, Facts, Decision>,
): Promise<Response> {
  const { lines } = plan
  const session = await actorOf(c)
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const { actor, shared, stored, facts } = await c.var.db.ask({
      actor: session,
      shared: plan.shared,
      stored: each(lines.map(({ key }) => storedAnswer(key))),
      facts: each(lines.map((line) => plan.facts(line))),
    })
    const forbidden = forbidHere(c, actor, plan.branchId)
    if (forbidden || !actor) return refused(c, forbidden ?? refuse('sign-in-required'))
    const answers: (LineAnswer | undefined)[] = lines.map((line, index) => {
      const known = stored[index]
      return known && replayed(line.key, known, requestOf(c, line))
    })
    const open = lines.flatMap((line, index) => {
      const own = facts[index]
      return answers[index] || own === undefined ? [] : [{ line, facts: own, index }]
    })
    const outcomes = plan.decide(open, shared, actor)
    const statements: InStatement[] = []
    const done: { decision: Decision; index: number; at: number }[] = []
    for (const [number, { line, index }] of open.entries()) {
      const outcome = outcomes[number]
      if (outcome === undefined) continue
      if (isRefusal(outcome)) {
        answers[index] = { key: line.key, ...refusalBody(outcome) }
        continue
      }
      const kept = { request: requestOf(c, line), status: 201, answer: JSON.stringify(plan.answer(outcome)) }
      statements.push(recordAnswer(line.key, kept, c.var.now), ...plan.record(outcome, actor, line.key), keptAnswer(line.key))
      done.push({ decision: outcome, index, at: statements.length - 1 })
    }
    try {
      const results = await c.var.db.record(statements)
      for (const { decision, index, at } of done) {
        plan.onDone(decision)
        const key = lines[index]?.key ?? ''
        answers[index] = { key, status: 201, body: JSON.parse(String(results[at]?.rows[0]?.answer)) }
      }
      return c.json({ lines: answers })
    } catch (error) {
      if (brokenUniqueness(error) === undefined) throw error
    }
  }
  return refused(c, refuse('reader-just-changed'))
}

const requestOf = (c: Call, line: object) => `${c.req.method} ${c.req.path} ${JSON.stringify(line)}`

function replayed(key: string, stored: { request: string; status: number; answer: string }, request: string): LineAnswer {
  if (stored.request !== request) return { key, ...refusalBody(refuse('idempotency-key-reused')) }
  return { key, status: stored.status, body: JSON.parse(stored.answer) }
}
