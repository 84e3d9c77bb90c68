import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import * as z from 'zod'
import { touchCatalogue } from '../cache/search-cache.ts'
import { DIALECTS, ENCODINGS, FORMATS } from '../formats/names.ts'
import { importRecords } from '../jobs/import-records.ts'
import { refused, refusedWith, valid } from '../middleware/answer.ts'
import { forbidHere, may } from '../middleware/may.ts'
import { actorOf } from '../middleware/session.ts'
import type { Room } from '../ports.ts'

const CENTRAL_LIBRARY = 1
const asked = z.object({
  name: z.string().min(1).max(200).default('upload'),
  encoding: z.enum(ENCODINGS).optional(),
  format: z.enum(FORMATS).optional(),
  dialect: z.enum(DIALECTS).optional(),
  ocr: z
    .enum(['0', '1'])
    .transform((flag) => flag === '1')
    .optional(),
  branch: z.coerce.number().int().positive().default(CENTRAL_LIBRARY),
})

export const imports = new Hono<Room>().post('/', may('import-records'), valid('query', asked), async (c) => {
  const { name, branch, ...options } = c.req.valid('query')
  const { actor } = await c.var.db.ask({ actor: await actorOf(c) })
  const forbidden = forbidHere(c, actor)
  if (forbidden) return refused(c, forbidden)
  // Taken hold of before the answer begins: whoever runs the Worker may clear away a body that nobody reads by then.
  const file = c.req.raw.body?.pipeThrough(new TransformStream<Uint8Array, Uint8Array>())
  if (!file) return refusedWith(c, 'bad-request')
  const { now, db } = c.var
  c.header('content-type', 'application/x-ndjson')
  return stream(c, async (out) => {
    const line = (value: object) => out.write(`${JSON.stringify(value)}\n`)
    try {
      const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
      const onProgress = (progress: object) => void line({ progress })
      const settings = { ...given, fileName: name, defaultBranchId: branch, now, staffId: actor?.id, onProgress }
      const summary = await importRecords(db.client, file, settings)
      touchCatalogue()
      await line({ summary })
    } catch (error) {
      console.error(JSON.stringify({ problem: 'import failed', message: String(error) }))
      await line({ refused: 'unexpected', refusals: ['unexpected'] })
    }
  })
})
