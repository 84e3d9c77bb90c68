import { Hono } from 'hono'
import * as z from 'zod'
import { listHeadings } from '../../db/catalogue/list-headings.ts'
import { sortKey } from '../domain/catalogue/text/sort-key.ts'
import { valid } from '../middleware/answer.ts'
import { anybody } from '../middleware/may.ts'
import type { Call, Room } from '../ports.ts'

export const askedHeadings = z.object({
  kind: z.enum(['author', 'subject']),
  /** A letter or the beginning of a word; the first page when it is not given. */
  from: z.string().max(100).default(''),
  /** Where a page ended, as its answer said. */
  after: z
    .string()
    .max(1_000)
    .regex(/^\d{1,15}:/)
    .transform((text) => ({ id: Number(text.slice(0, text.indexOf(':'))), sort: text.slice(text.indexOf(':') + 1) }))
    .optional(),
})

/** Authors and subjects in the order of the Kazakh alphabet, page by page. */
export const headings = new Hono<Room>().get('/', anybody, valid('query', askedHeadings), async (c) =>
  c.json(await headingsOf(c, c.req.valid('query'))),
)

export async function headingsOf(c: Call, { kind, from, after = { id: 0, sort: sortKey(from) } }: z.infer<typeof askedHeadings>) {
  const { page } = await c.var.db.ask({ page: listHeadings(kind, after) })
  return { headings: page.headings, next: page.next && `${page.next.id}:${page.next.sort}` }
}
