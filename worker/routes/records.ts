import { Hono } from 'hono'
import { renderSVG } from 'uqr'
import * as z from 'zod'
import { findOriginal } from '../../db/catalogue/original.ts'
import { findRecord } from '../../db/catalogue/record.ts'
import { listSimilar } from '../../db/catalogue/similar.ts'
import { gostDescription } from '../domain/catalogue/gost-description.ts'
import { authorToken, subjectToken } from '../domain/catalogue/index/filter-tokens.ts'
import { recordAddress, recordIdIn } from '../domain/catalogue/record-address.ts'
import { toMarc21 } from '../domain/catalogue/to-marc21.ts'
import { LANGUAGES } from '../domain/written.ts'
import { originalMarc } from '../formats/original-marc.ts'
import { writeBibtex } from '../formats/write-bibtex.ts'
import { writeIso2709 } from '../formats/write-iso2709.ts'
import { marcxmlEnd, marcxmlStart, writeMarcxml } from '../formats/write-marcxml.ts'
import { writeRis } from '../formats/write-ris.ts'
import { refusedWith, valid } from '../middleware/answer.ts'
import { anybody } from '../middleware/may.ts'
import type { Call, Room } from '../ports.ts'

/** As what a record can be taken away: the file's ending and its media type. */
const EXPORTS = {
  gost: ['txt', 'text/plain; charset=utf-8'],
  bibtex: ['bib', 'application/x-bibtex; charset=utf-8'],
  ris: ['ris', 'application/x-research-info-systems; charset=utf-8'],
  marc: ['mrc', 'application/marc'],
  marcxml: ['xml', 'application/marcxml+xml; charset=utf-8'],
} as const

const some = z.preprocess((given) => [given ?? []].flat(), z.array(z.string().max(300)).max(10))
const exported = z.object({
  as: z.enum(Object.keys(EXPORTS) as (keyof typeof EXPORTS)[]),
  lang: z.enum(LANGUAGES).catch('kk').default('kk'),
})

export const records = new Hono<Room>()
  .get('/:id', anybody, async (c) => {
    const record = await found(c)
    return record ? c.json(record) : refusedWith(c, 'record-not-found')
  })
  .get('/:id/export', anybody, valid('query', exported), async (c) => {
    const { as, lang } = c.req.valid('query')
    const wanted = recordIdIn(c.req.param('id')) ?? 0
    const { record, original } = await c.var.db.ask({ record: findRecord(wanted), original: findOriginal(wanted) })
    if (!record) return refusedWith(c, 'record-not-found')
    const { id, title, description, branches } = record
    const address = new URL(recordAddress(id, title), c.req.url).href
    // Whoever catalogued it knew more than a description holds: what came in as MARC goes out as it came.
    const marc = async () => {
      const kept = original && (await originalMarc(original))
      if (kept) return kept
      const copies = branches.flatMap(({ branch, copies: own }) => own.map((copy) => ({ library: branch.nameKk, ...copy })))
      return toMarc21({ id, description, copies, address })
    }
    const write = {
      gost: () => `${gostDescription(description, lang)}\n`,
      bibtex: () => writeBibtex(id, description, address),
      ris: () => writeRis(id, description, address),
      marc: async () => writeIso2709(await marc()),
      marcxml: async () => marcxmlStart + writeMarcxml(await marc()) + marcxmlEnd,
    }[as]
    const [ending, type] = EXPORTS[as]
    c.header('Content-Type', type)
    c.header('Content-Disposition', `attachment; filename="bulaq-${id}.${ending}"`)
    return c.body((await write()) as string | Uint8Array<ArrayBuffer>)
  })
  .get('/:id/qr', anybody, (c) => {
    const id = recordIdIn(c.req.param('id'))
    if (id === undefined) return refusedWith(c, 'record-not-found')
    c.header('Content-Type', 'image/svg+xml')
    c.header('Cache-Control', 'public, max-age=86400')
    return c.body(renderSVG(new URL(`/record/${id}`, c.req.url).href))
  })
  .get('/:id/similar', anybody, valid('query', z.object({ author: some, subject: some })), async (c) => {
    const id = recordIdIn(c.req.param('id'))
    if (id === undefined) return refusedWith(c, 'record-not-found')
    const { author, subject } = c.req.valid('query')
    const tokens = [...new Set([...subject.map(subjectToken), ...author.map(authorToken)])]
    if (tokens.length === 0) return c.json({ similar: [] })
    return c.json(await c.var.db.ask({ similar: listSimilar(id, tokens) }))
  })

async function found(c: Call) {
  const id = recordIdIn(c.req.param('id') ?? '')
  if (id === undefined) return undefined
  return (await c.var.db.ask({ record: findRecord(id) })).record
}
