import { Hono } from 'hono'
import type { Answer, HeadingPage } from '../../web/src/api-shapes.ts'
import { anybody } from '../middleware/may.ts'
import type { Call, Room } from '../ports.ts'
import { askedHeadings, headingsOf } from '../routes/headings.ts'
import { answered, no } from './answered.ts'
import { languageOf } from './language.ts'
import { page } from './page.ts'
import { WORDS } from './words.ts'

const KINDS = { authors: 'author', subjects: 'subject' } as const

/** Fields of knowledge, authors and subjects, for those too who run no script. */
export const browsePage = new Hono<Room>().get('/', anybody, async (c) => {
  const { by, from, after } = c.req.query()
  const language = languageOf(c)
  const list = by === 'authors' || by === 'subjects' ? by : undefined
  const answer = list && (await answerOf(c, { kind: KINDS[list], from, after: after || undefined }))
  // Loaded when the first page is drawn: Node, which runs the benchmarks, does not read TSX.
  const { drawBrowse } = await import('#drawn')
  const drawn = drawBrowse(answer, { language, query: new URL(c.req.url).search })
  const refused = answer && !answer.ok ? answer.refused : undefined
  const head = {
    language,
    description: WORDS[language].browse,
    canonical: list ? `/browse?by=${list}` : '/browse',
    // A list has as many beginnings as there are words: search engines keep its first page.
    hidden: refused !== undefined || Boolean(list && (from || after)),
  }
  return page(c, '/browse', drawn, head, refused === undefined ? 200 : refused === 'bad-request' ? 400 : 503)
})

async function answerOf(c: Call, asked: object): Promise<Answer<HeadingPage>> {
  const valid = askedHeadings.safeParse(asked)
  return valid.success ? answered(() => headingsOf(c, valid.data)) : no('bad-request')
}
