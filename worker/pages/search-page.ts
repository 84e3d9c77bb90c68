import { Hono } from 'hono'
import type { Answer } from '../../web/src/api-shapes.ts'
import { knownBranches } from '../cache/known-branches.ts'
import type { SearchAnswer } from '../domain/catalogue/search-answer.ts'
import { anybody } from '../middleware/may.ts'
import type { Call, Room } from '../ports.ts'
import { asked, find } from '../routes/catalogue.ts'
import { answered, no } from './answered.ts'
import { languageOf } from './language.ts'
import { page } from './page.ts'
import { WORDS } from './words.ts'

/** The results of a search as a page: its address is permanent, and it needs no script. */
export const searchPage = new Hono<Room>().get('/', anybody, async (c) => {
  const { search: query, searchParams } = new URL(c.req.url)
  if (![...searchParams].some(([name, value]) => name !== 'lang' && value !== '')) return c.redirect('/')
  const spoken = { language: languageOf(c), query }
  const [answer, branches] = await Promise.all([answerOf(c), branchesOf(c)])
  // Loaded when the first page is drawn: Node, which runs the benchmarks, does not read TSX.
  const { drawSearch } = await import('#drawn')
  const drawn = drawSearch(answer, branches, spoken)
  const status = answer.ok ? 200 : answer.refused === 'bad-request' ? 400 : 503
  const plain = plainWords(searchParams)
  const total = answer.ok ? answer.value.total : 0
  const head = {
    language: spoken.language,
    description: total > 0 && plain ? WORDS[spoken.language].found(total, plain) : drawn.title,
    canonical: `/search${plain ? `?${new URLSearchParams({ q: plain })}` : query}`,
    hidden: total === 0 || !plain,
  }
  return page(c, '/', drawn, head, status)
})

/** What is asked by words alone and begins at the first page: search engines may keep that, and none of its countless narrowings. */
function plainWords(asked: URLSearchParams): string | undefined {
  const given = [...asked].filter(([name, value]) => name !== 'lang' && value !== '')
  const [[name, words] = []] = given
  return given.length === 1 && name === 'q' ? words?.trim() : undefined
}

async function answerOf(c: Call): Promise<Answer<SearchAnswer>> {
  const given = Object.entries(c.req.queries()).map(([name, values]) => [name, values.length > 1 ? values : values[0]])
  const valid = asked.safeParse({ ...Object.fromEntries(given), explain: '1' })
  if (!valid.success) return no('bad-request')
  return answered(async () => {
    const { answer, timing } = await find(c, valid.data)
    c.header('Server-Timing', timing)
    return answer
  })
}

async function branchesOf(c: Call) {
  const known = await answered(() => knownBranches(c.var.db, c.env.LIBSQL_URL, c.var.now))
  return known.ok ? known.value : []
}
