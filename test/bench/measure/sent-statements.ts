import * as z from 'zod'
import { namesIn } from '../../../db/by-place.ts'

type Value = null | number | bigint | string

/** A statement as it went over the wire, where arguments have places; by name those whose parameters have names. */
export interface SentStatement {
  sql: string
  args: Value[]
  named: Record<string, Value>
}

const integer = (text: string) => (Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text))

const wireValue = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('null') }),
    z.object({ type: z.literal('integer'), value: z.string() }),
    z.object({ type: z.literal('float'), value: z.number() }),
    z.object({ type: z.literal('text'), value: z.string() }),
  ])
  .transform((wire): Value => {
    if (wire.type === 'null') return null
    return wire.type === 'integer' ? integer(wire.value) : wire.value
  })
const stmt = z.object({
  sql: z.string().optional(),
  sql_id: z.number().optional(),
  args: z.array(wireValue).default([]),
  named_args: z
    .array(z.object({ name: z.string(), value: wireValue }))
    .max(0, 'arguments are sent by their place')
    .default([]),
})
const pipeline = z.object({
  requests: z.array(
    z.union([
      z.object({ type: z.literal('batch'), batch: z.object({ steps: z.array(z.object({ stmt })) }) }),
      z.object({ type: z.literal('execute'), stmt }),
      z.object({ type: z.literal('store_sql'), sql_id: z.number(), sql: z.string() }),
      z.object({ type: z.string() }).transform(() => ({ type: 'other' as const })),
    ]),
  ),
})

const TRANSACTION = /^(BEGIN|COMMIT|ROLLBACK)/

/** The statements of a Hrana pipeline, without those that only frame them. */
export function sentStatements(body: string): SentStatement[] {
  const { requests } = pipeline.parse(JSON.parse(body))
  const stored = new Map(requests.flatMap((request) => ('sql_id' in request ? [[request.sql_id, request.sql] as const] : [])))
  const statements = requests.flatMap((request) => {
    if ('batch' in request) return request.batch.steps.map((step) => step.stmt)
    return 'stmt' in request ? [request.stmt] : []
  })
  return statements
    .map(({ sql, sql_id, args }) => ({ sql: sql ?? stored.get(sql_id ?? -1) ?? '', args }))
    .map(({ sql, args }) => ({
      sql,
      args,
      named: Object.fromEntries(namesIn(sql).map((name, place) => [`:${name}`, args[place] ?? null])),
    }))
    .filter(({ sql }) => !TRANSACTION.test(sql))
}
