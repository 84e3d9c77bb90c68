import { zValidator } from '@hono/zod-validator'
import type { ZodType } from 'zod'
import { REFUSAL_STATUS, type Refusal, type RefusalSlug, refuse } from '../domain/refusal.ts'
import type { Call } from '../ports.ts'

/** A refusal as an answer: the slug a program reads, with its status. */
export function refused(c: Call, { refusals, ...more }: Refusal, detail: object = {}): Response {
  const [first] = refusals
  return c.json({ refused: first, refusals: first === 'needs-confirmation' ? [] : refusals, ...more, ...detail }, REFUSAL_STATUS[first])
}

export function refusedWith(c: Call, slug: RefusalSlug): Response {
  return refused(c, refuse(slug))
}

/** Checks what came in; what does not fit is a `bad-request` that names the fields. */
export function valid<Target extends 'json' | 'query' | 'param', Schema extends ZodType>(target: Target, schema: Schema) {
  return zValidator(target, schema, (result, c) => {
    if (result.success) return undefined
    const fields = result.error.issues.map(({ path }) => path.join('.'))
    return c.json({ refused: 'bad-request', refusals: ['bad-request'], fields }, 400)
  })
}
