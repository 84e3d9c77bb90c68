import { Hono } from 'hono'
import { findRecord } from '../../db/catalogue/record.ts'
import type { Answer, BookRecord } from '../../web/src/api-shapes.ts'
import { gostDescription } from '../domain/catalogue/gost-description.ts'
import { recordAddress, recordIdIn } from '../domain/catalogue/record-address.ts'
import type { Language } from '../domain/written.ts'
import { schemaOrg } from '../formats/schema-org.ts'
import { anybody } from '../middleware/may.ts'
import type { Call, Room } from '../ports.ts'
import { answered, no } from './answered.ts'
import { languageOf } from './language.ts'
import { page } from './page.ts'
import { WORDS } from './words.ts'

const MOST_DESCRIPTION = 300

/** A record as a page that needs no script, and that search engines and messengers understand. */
export const recordPage = new Hono<Room>().get('/:words?', anybody, async (c) => {
  const id = recordIdIn(c.req.param('words') ?? '') ?? 0
  const language = languageOf(c)
  const answer = await answerOf(c, id)
  // Loaded when the first page is drawn: Node, which runs the benchmarks, does not read TSX.
  const { drawRecord } = await import('#drawn')
  const drawn = drawRecord(id, answer, { language, query: new URL(c.req.url).search })
  if (!answer.ok) {
    const head = { language, description: WORDS[language].site, canonical: '/', hidden: true }
    return page(c, '/record', drawn, head, answer.refused === 'record-not-found' ? 404 : 503)
  }
  return page(c, '/record', drawn, headOf(answer.value, language, new URL(c.req.url).origin))
})

async function answerOf(c: Call, id: number): Promise<Answer<BookRecord>> {
  if (id === 0) return no('record-not-found')
  const answer = await answered(() => c.var.db.ask({ record: findRecord(id) }))
  if (!answer.ok) return answer
  const { record } = answer.value
  return record ? { ok: true, value: record } : no('record-not-found')
}

function headOf(record: BookRecord, language: Language, origin: string) {
  const { id, title, description, branches } = record
  const words = WORDS[language]
  const [available, total] = branches.reduce(([here, all], branch) => [here + branch.available, all + branch.total], [0, 0])
  const said = `${gostDescription(description, language)} ${words.available(available, total)}.`
  const places = branches.map(({ branch, available: here, copies }) => ({
    name: { kk: branch.nameKk, ru: branch.nameRu, en: branch.nameEn }[language],
    available: here,
    shelfmark: copies[0]?.shelfmark ?? null,
  }))
  return {
    language,
    description: said.length > MOST_DESCRIPTION ? `${said.slice(0, MOST_DESCRIPTION - 1).toWellFormed()}…` : said,
    canonical: recordAddress(id, title),
    openGraph: {
      'og:type': description.kind === 'book' ? 'book' : 'article',
      'og:site_name': words.site,
      ...(record.author ? { 'book:author': record.author } : {}),
      ...(description.isbns[0] ? { 'book:isbn': description.isbns[0] } : {}),
    },
    jsonLd: schemaOrg({ ...record, branches: places }, origin),
  }
}
