import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedLibrary } from '../../../db/seed/seed.ts'
import type { SearchAnswer } from '../../../worker/domain/catalogue/search-answer.ts'
import { SORTS } from '../../../worker/domain/catalogue/search-query.ts'
import { otherScripts, transliterate } from '../../domain/catalogue/text/transliterate.ts'
import { openInNode } from '../../support/in-node.ts'

const TODAY = '2026-03-11'
const MOST_ROWS = 4_000
const MOST_ROWS_WITH_AVAILABILITY = 5_000

let library: Awaited<ReturnType<typeof openInNode>>
let titles: { id: number; title: string }[]
beforeAll(async () => {
  library = await openInNode(() => new Date(`${TODAY}T06:00:00Z`))
  await seedLibrary(library.client, { today: TODAY, passwordHash: 'nobody signs in' })
  const { rows } = await library.client.execute("SELECT id, title FROM records WHERE language = 'kaz' ORDER BY id")
  titles = rows.map(({ id, title }) => ({ id: Number(id), title: String(title) }))
}, 300_000)
afterAll(() => library.close())

type Asked = Record<string, string | string[]>

async function ask(asked: Asked): Promise<{ answer: SearchAnswer; rows: number; trips: number }> {
  const query = new URLSearchParams(Object.entries(asked).flatMap(([name, values]) => [values].flat().map((value) => [name, value])))
  const response = await library.send(`/api/catalogue?${query}`)
  expect(response.status, String(query)).toBe(200)
  const cost = (name: string) => Number(new RegExp(`${name};desc=(\\d+)`).exec(response.headers.get('server-timing') ?? '')?.[1])
  return { answer: await response.json(), rows: cost('rows'), trips: cost('trips') }
}

const find = async (asked: Asked) => (await ask({ exact: '1', ...asked })).answer
const idsOf = ({ hits }: SearchAnswer) => hits.map(({ id }) => id)

/** Page after page until `most` hits are read or no more come. */
async function walk(asked: Asked, most: number): Promise<number[]> {
  const ids: number[] = []
  const seen = new Set<string>()
  let cursor: string | null = ''
  while (cursor !== null && ids.length < most) {
    if (seen.has(cursor)) throw new Error(`the page after ${cursor} is itself`)
    seen.add(cursor)
    const page = await find({ ...asked, cursor })
    ids.push(...idsOf(page))
    cursor = page.cursor
  }
  return ids
}

const WORDS = [
  'қазақ',
  'тарих',
  'история',
  'роман',
  'абай',
  'өлең',
  'the',
  'of',
  'und',
  'и',
  'бала',
  'тіл',
  'Алматы',
  'литература',
  'книга',
  'history',
]
const word = fc.constantFrom(...WORDS)
/** Alone, a word that says little is asked for; beside others it is not. */
const telling = word.filter((text) => !['и', 'the', 'of'].includes(text))
const filter = fc.constantFrom<Asked>(
  {},
  { language: 'kaz' },
  { language: ['rus', 'eng'] },
  { branch: '1' },
  { branch: ['2', '3'] },
  { class: 'fiction' },
  { decade: '1990' },
  { available: '1' },
)

describe('any rendering of a title', () => {
  it.each(otherScripts)('in %s finds it', async (script) => {
    const cyrillic = /^[\p{Script=Cyrillic}\p{P}\p{N}\s]+$/u
    const chosen = titles.filter(({ title }) => cyrillic.test(title) && title.length < 120)
    const missed: string[] = []
    for (const { id, title } of chosen.filter((_, place) => place % Math.ceil(chosen.length / 60) === 0)) {
      const written = title.toLowerCase().replace(/\p{L}+/gu, (word) => transliterate(word, script))
      const { hits } = await find({ q: written, limit: '50' })
      if (!hits.some((hit) => hit.id === id || hit.title === title)) missed.push(`${title}: ${written}`)
    }
    expect(missed).toEqual([])
  })
})

describe('a narrower question', () => {
  it('never finds more', async () => {
    await fc.assert(
      fc.asyncProperty(telling, fc.array(word, { minLength: 1, maxLength: 3 }), filter, async (first, more, filters) => {
        const wide = await find({ q: first, ...filters })
        const narrow = await find({ q: [first, ...more].join(' '), ...filters })
        const filtered = await find({ q: first, ...filters, language: 'kaz', decade: '2000' })
        const slack = wide.estimated ? 1.1 : 1
        expect(narrow.total).toBeLessThanOrEqual(wide.total * slack)
        if (!('language' in filters) && !('decade' in filters)) expect(filtered.total).toBeLessThanOrEqual(wide.total * slack)
      }),
      { numRuns: 40 },
    )
  })

  it('finds as many as its facet has promised', async () => {
    const names = {
      branch: 'branch',
      language: 'language',
      decade: 'decade',
      class: 'class',
      author: 'author',
      subject: 'subject',
    } as const
    const wrong: string[] = []
    // The whole of a small library is estimated from all of it.
    for (const q of ['', 'абай', 'өлең', 'роман', 'literature', 'бала']) {
      const { facets, estimated, total } = await find({ q })
      expect([estimated, facets === null]).toEqual([q === '', false])
      for (const [facet, name] of Object.entries(names)) {
        for (const { value, count } of facets?.[facet as keyof typeof names].slice(0, 4) ?? []) {
          const chosen = (await find({ q, [name]: value })).total
          const isRight = facet === 'author' || facet === 'subject' ? chosen >= count && chosen <= total : chosen === count
          if (!isRight) wrong.push(`${q} ${name}=${value}: promised ${count}, found ${chosen}`)
        }
      }
      const [here] = facets?.available ?? []
      if (here) expect((await find({ q, available: '1' })).total).toBe(here.count)
    }
    expect(wrong).toEqual([])
  })

  it('is the same in whatever order its filters stand', async () => {
    await fc.assert(
      fc.asyncProperty(
        word,
        fc.shuffledSubarray(['language=kaz', 'language=rus', 'branch=1', 'branch=2', 'decade=1990', 'class=fiction']),
        async (q, parts) => {
          const inOrder = await find({ q, ...byName([...parts].sort()) })
          const asGiven = await find({ q, ...byName(parts) })
          expect([idsOf(asGiven), asGiven.total]).toEqual([idsOf(inOrder), inOrder.total])
        },
      ),
      { numRuns: 30 },
    )
  })
})

function byName(parts: string[]): Asked {
  const asked: Record<string, string[]> = {}
  for (const part of parts) {
    const [name = '', value = ''] = part.split('=')
    asked[name] = [...(asked[name] ?? []), value]
  }
  return asked
}

describe('the facets of everything', () => {
  const NARROWED = { branch: 'branch', language: 'language', decade: 'decade', class: 'class', available: 'available' } as const

  it.each(Object.entries(NARROWED))('by %s are what a search narrowed so finds', async (facet, filter) => {
    // What is on the shelf anywhere need not be on the shelf of a branch that has it.
    const onShelf = facet === 'branch' ? [] : [{ q: '', available: '1' }]
    for (const all of [{ q: '' }, { q: '', class: 'fiction' }, ...onShelf]) {
      const values = (await find(all)).facets?.[facet as keyof typeof NARROWED] ?? []
      expect(values.length).toBeGreaterThan(0)
      for (const { value, count } of values) expect((await find({ ...all, [filter]: value })).total, `${facet} ${value}`).toBe(count)
    }
  })
})

describe('two pages', () => {
  it('are the first twice as many hits', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(word, fc.constant('')),
        filter,
        fc.constantFrom(...SORTS),
        fc.integer({ min: 1, max: 25 }),
        async (q, filters, sort, limit) => {
          const both = await find({ q, ...filters, sort, limit: String(2 * limit) })
          const pages = await walk({ q, ...filters, sort, limit: String(limit) }, 2 * limit)
          expect(pages).toEqual(idsOf(both))
        },
      ),
      { numRuns: 120 },
    )
  })

  it.each(SORTS)('and all the others by %s show every record once', async (sort) => {
    for (const asked of [{ q: '' }, { q: 'и' }, { q: '', language: 'kaz' }, { q: 'тарих', available: '1' }]) {
      const ids = await walk({ ...asked, sort, limit: '50' }, Number.POSITIVE_INFINITY)
      expect(new Set(ids).size).toBe(ids.length)
      const { total, estimated } = await find({ ...asked, sort })
      if (estimated) expect(Math.abs(ids.length - total) / ids.length).toBeLessThan(0.15)
      else expect(ids.length).toBe(total)
    }
  })
})

describe('any text', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom(...WORDS, '"', '(', ')', '-', ' OR ', 'title:', 'year:1990-', '*', ' ', 'NEAR(', "'", '{', ';', '--', '\u0000'),
        { maxLength: 30 },
      )
      .map((parts) => parts.join('')),
  )

  it('is answered, in at most two trips and not too many rows', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom(...SORTS), fc.boolean(), async (q, sort, available) => {
        const { rows, trips } = await ask({ q, sort, ...(available ? { available: '1' } : {}) })
        expect(trips).toBeLessThanOrEqual(2)
        expect(rows).toBeLessThanOrEqual(available ? MOST_ROWS_WITH_AVAILABILITY : MOST_ROWS)
      }),
      { numRuns: 300 },
    )
  })

  it('that nobody types is refused', async () => {
    const response = await library.send(`/api/catalogue?q=${'a'.repeat(10_000)}`)
    expect(response.status).toBe(400)
  })

  it('may stand where a page should begin', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), fc.stringMatching(/^[rsp]\d{1,5}e?(\.[0-9a-z-]{1,9}){0,3}$/)),
        fc.constantFrom(...SORTS),
        async (cursor, sort) => {
          const response = await library.send(`/api/catalogue?${new URLSearchParams({ q: 'тарих', cursor, sort })}`)
          expect([200, 400]).toContain(response.status)
        },
      ),
      { numRuns: 150 },
    )
  })
})
