import * as z from 'zod'
import { wireValue } from './value.ts'

const optional = <T extends z.ZodType>(schema: T) => schema.nullish()

const statement = z.object({
  sql: optional(z.string()),
  sql_id: optional(z.int32()),
  args: optional(z.array(wireValue)),
  named_args: optional(z.array(z.object({ name: z.string(), value: wireValue }))),
  want_rows: optional(z.boolean()),
})

export type Condition =
  | { type: 'ok' | 'error'; step: number }
  | { type: 'not'; cond: Condition }
  | { type: 'and' | 'or'; conds: Condition[] }
  | { type: 'is_autocommit' }

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.enum(['ok', 'error']), step: z.int().nonnegative() }),
    z.object({ type: z.literal('not'), cond: condition }),
    z.object({ type: z.enum(['and', 'or']), conds: z.array(condition) }),
    z.object({ type: z.literal('is_autocommit') }),
  ]),
)

const text = { sql: optional(z.string()), sql_id: optional(z.int32()) }
const batch = z.object({ steps: z.array(z.object({ stmt: statement, condition: optional(condition) })) })

const request = z.discriminatedUnion('type', [
  z.object({ type: z.literal('execute'), stmt: statement }),
  z.object({ type: z.literal('batch'), batch }),
  z.object({ type: z.literal('sequence'), ...text }),
  z.object({ type: z.literal('describe'), ...text }),
  z.object({ type: z.literal('store_sql'), sql_id: z.int32(), sql: z.string() }),
  z.object({ type: z.literal('close_sql'), sql_id: z.int32() }),
  z.object({ type: z.literal('get_autocommit') }),
  z.object({ type: z.literal('close') }),
])

/** The body of `POST /v2/pipeline` (libSQL, HTTP_V2_SPEC.md and HRANA_3_SPEC.md). */
export const pipelineBody = z.object({ baton: optional(z.string()), requests: z.array(request) })

export type StatementText = { sql?: string | null | undefined; sql_id?: number | null | undefined }
export type WireStatement = z.infer<typeof statement>
export type Batch = z.infer<typeof batch>
export type Request = z.infer<typeof request>
