import { zValidator } from '@hono/zod-validator'
import type { ZodType } from 'zod'
import { REFUSAL_STATUS, type Refusal, type RefusalSlug, refuse } from '../domain/refusal.ts'
import type { Call } from '../ports.ts'
import { forbidAtOnce } from './may.ts'
import { withShape } from './shape.ts'

/** A refusal as a program reads it, with its status. */
export function refusalBody({ refusals, ...more }: Refusal) {
  const [first] = refusals
  return { status: REFUSAL_STATUS[first], body: { refused: first, refusals: first === 'needs-confirmation' ? [] : refusals, ...more } }
}

/** A refusal as an answer: the slug a program reads, with its status. */
export function refused(c: Call, refusal: Refusal, detail: object = {}): Response {
  const { status, body } = refusalBody(refusal)
  return c.json({ ...body, ...detail }, status)
}

export function refusedWith(c: Call, slug: RefusalSlug): Response {
  return refused(c, refuse(slug))
}

/** Checks what came in; what does not fit is a `bad-request` that names the fields, to those who may come in at all. */
export function valid<Target extends 'json' | 'query' | 'param', Schema extends ZodType>(target: Target, schema: Schema) {
  const check = zValidator(target, schema, async (result, c) => {
    if (result.success) return undefined
    const fields = result.error.issues.map(({ path }) => path.join('.'))
    return refuseUnreadable(c as unknown as Call, fields)
  })
  return withShape(check, target, schema)
}

/** To those who may come in at all: what came is not of the form that is asked for, or has none. */
export async function refuseUnreadable(c: Call, fields: string[] = []): Promise<Response> {
  const forbidden = await forbidAtOnce(c)
  return forbidden ? refused(c, forbidden) : refused(c, refuse('bad-request'), { fields })
}
