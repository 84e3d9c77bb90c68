import type { InStatement } from '@libsql/client/http'
import { brokenUniqueness, type Question, together } from '../../db/client.ts'
import { keptAnswer, recordAnswer, storedAnswer } from '../../db/idempotency.ts'
import { staffMember } from '../../db/staff/session.ts'
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts'
import { type Actor, type Deed, forbid } from '../domain/staff/permissions.ts'
import type { Call } from '../ports.ts'
import { refused } from './answer.ts'
import { forbidHere } from './may.ts'
import { actorOf } from './session.ts'

/** What everybody does who changes something: the library asks, decides, and records it with its answer. */
export interface Plan<Facts, Decision extends object, Who> {
  request: object
  facts: Question<Facts>
  decide(facts: Facts, who: Who): Decision | Refusal
  record(decision: Decision, who: Who, key: string): InStatement[]
  answer(decision: Decision, who: Who): object
  /** A race lost at this `table.column` has only one meaning: no need to look again. */
  lostRaces?: Record<string, Refusal>
  onDone?(decision: Decision): void
}

/** Whose deed it is; `sentBy` when another told it for them. */
type Doer = Actor & { sentBy?: number }

export interface DeedPlan<Facts, Decision extends object> extends Plan<Facts, Decision, Doer> {
  /** When the request decides which deed it is, within those of the door. */
  deed?: Deed
  /** Where it is done, when the request says so. */
  branchId?: number | undefined
  /** Who did it at a desk without a line: a number of the staff. */
  doneBy?: number | undefined
}

/** Who is at the door, and what stands against their coming in. */
export interface Doorkeeper<Who> {
  who: Question<Who | undefined>
  forbid(who: Who | undefined): Refusal | undefined
  /** Part of what a key stands for: the key of one is nothing to another. */
  name(who: Who): string
}

/** As many as there are branches: each may scan a copy of the title that all wait for. A limit holds under parallel scans (R82): who lost the race looks again. */
const ATTEMPTS = 8

/** A deed of the staff. */
export async function perform<Facts, Decision extends object>(c: Call, plan: DeedPlan<Facts, Decision>): Promise<Response> {
  const doorkeeper: Doorkeeper<Actor> = {
    who: await actorOf(c),
    forbid: (actor) => forbidHere(c, actor, plan.branchId) ?? (plan.deed && forbid(actor, plan.deed, plan.branchId)),
    name: () => '',
  }
  if (plan.doneBy === undefined) return carryOut(c, doorkeeper, plan)
  return carryOut(c, doorkeeper, forAnother(c, plan, plan.doneBy))
}

/** A deed is of the one who did it, who must have the right to it as the one must who sends it: docs/decisions/deeds-told-late.md. */
function forAnother<Facts, Decision extends object>(c: Call, plan: DeedPlan<Facts, Decision>, doneBy: number) {
  const { branchId } = plan
  const of = (sender: Actor, doer: Actor | undefined): Doer => (doer && doer.id !== sender.id ? { ...doer, sentBy: sender.id } : sender)
  return {
    ...plan,
    facts: together({ facts: plan.facts, doer: staffMember(doneBy) }),
    decide: ({ facts, doer }, sender) => {
      if (!doer) return refuse('not-permitted')
      const forbidden = forbidHere(c, doer, branchId) ?? (plan.deed && forbid(doer, plan.deed, branchId))
      if (forbidden) return forbidden
      const decided = plan.decide(facts, sender)
      return isRefusal(decided) ? decided : { decided, by: of(sender, doer) }
    },
    record: ({ decided, by }, _, key) => plan.record(decided, by, key),
    answer: ({ decided, by }) => plan.answer(decided, by),
    onDone: ({ decided }) => plan.onDone?.(decided),
  } satisfies Plan<{ facts: Facts; doer: Actor | undefined }, { decided: Decision; by: Doer }, Actor>
}

/** Load, decide, record: one batch to ask, one to write; the key and the answer are stored with the deed. */
export async function carryOut<Facts, Decision extends object, Who>(
  c: Call,
  doorkeeper: Doorkeeper<Who>,
  plan: Plan<Facts, Decision, Who>,
): Promise<Response> {
  const key = c.req.header('idempotency-key') ?? crypto.randomUUID()
  if (key.length > 200) return refused(c, refuse('bad-request'), { fields: ['idempotency-key'] })
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const { who, stored, facts } = await c.var.db.ask({ who: doorkeeper.who, stored: storedAnswer(key), facts: plan.facts })
    const forbidden = doorkeeper.forbid(who)
    if (forbidden || !who) return refused(c, forbidden ?? refuse('sign-in-required'))
    const request = `${doorkeeper.name(who)}${c.req.method} ${c.req.path} ${JSON.stringify(plan.request)}`
    if (stored) return stored.request === request ? replay(stored.answer, stored.status) : refused(c, refuse('idempotency-key-reused'))
    const decision = plan.decide(facts, who)
    if (isRefusal(decision)) return refused(c, decision)
    const answer = JSON.stringify(plan.answer(decision, who))
    try {
      const kept = recordAnswer(key, { request, status: 201, answer }, c.var.now)
      const results = await c.var.db.record([kept, ...plan.record(decision, who, key), keptAnswer(key)])
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
