import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedLibrary } from '../../db/seed/seed.ts'
import type { SearchAnswer } from '../../worker/domain/catalogue/search-answer.ts'
import { analyse } from '../../worker/domain/catalogue/text/analyse.ts'
import { keyOf } from '../../worker/domain/catalogue/text/fold.ts'
import { openInNode } from '../support/in-node.ts'
import { type FoundHit, type GoldenQuery, isFound, readQueries } from './judge.ts'

const QUERIES = readQueries(readFileSync(new URL('queries.tsv', import.meta.url), 'utf8'))
const OVERALL = 0.97
const EVERY_KIND = 0.9

const TODAY = '2026-03-11'
let library: Awaited<ReturnType<typeof openInNode>>
const answers: { query: GoldenQuery; answer: SearchAnswer }[] = []
beforeAll(async () => {
  library = await openInNode(() => new Date(`${TODAY}T06:00:00Z`))
  await seedLibrary(library.client, { today: TODAY, passwordHash: 'nobody signs in' })
  for (const query of QUERIES) answers.push({ query, answer: await library.find(query.q, `${query.filters}&explain=1`) })
}, 240_000)
afterAll(() => library.close())

const share = (found: number, of: number) => `${((100 * found) / of).toFixed(1)} %`
const shown = (hits: readonly FoundHit[]) => hits.slice(0, 3).map(({ title, author }) => `«${title}» ${author ?? ''}`.trim())

it('finds what readers look for, where they look for it', () => {
  const kinds = new Map<string, { found: number; of: number }>()
  const missed: string[] = []
  for (const {
    query,
    answer: { hits, corrected },
  } of answers) {
    const kind = kinds.get(query.kind) ?? { found: 0, of: 0 }
    kinds.set(query.kind, kind)
    kind.of += 1
    if (isFound(query, hits)) kind.found += 1
    else {
      const instead = corrected ? ` (as ${corrected.shown})` : ''
      missed.push(
        `${query.kind}: ${query.q} ${query.filters} → ${query.expected} @${query.rank}, found${instead} ${shown(hits).join(', ') || 'nothing'}`,
      )
    }
  }
  const found = [...kinds.values()].reduce((sum, kind) => sum + kind.found, 0)
  const table = [...kinds].map(([kind, { found: hit, of }]) => `${share(hit, of).padStart(8)}  ${String(hit).padStart(3)} / ${of}  ${kind}`)
  console.log([...table, `${share(found, QUERIES.length).padStart(8)}  ${found} / ${QUERIES.length}  all`, ...missed].join('\n'))
  expect(found / QUERIES.length).toBeGreaterThanOrEqual(OVERALL)
  expect([...kinds].filter(([, { found: hit, of }]) => hit / of < EVERY_KIND).map(([kind]) => kind)).toEqual([])
})

it('says of each of the first hits why it is there, and it is so', () => {
  const untrue: string[] = []
  for (const {
    query: { q },
    answer: { hits, corrected },
  } of answers) {
    for (const hit of hits.slice(0, 3)) {
      for (const reason of hit.why ?? []) {
        if (!('word' in reason)) continue
        const { word, found, how, field } = reason
        const text = analyse((field === 'title' ? hit.title : hit.author) ?? '').map((token) => token.word)
        const isThere = found === null || text.includes(found)
        const isSo =
          how === 'spelling'
            ? word === (field === 'year' ? String(hit.year) : found)
            : how === 'letters' && found !== null
              ? keyOf(found) === keyOf(word)
              : how !== 'corrected' || (corrected !== undefined && corrected.kind !== 'fewer')
        if (!isThere || !isSo) untrue.push(`${q}: «${hit.title}» ${hit.author ?? ''}: ${word} ${how} ${found ?? ''} in ${field}`)
      }
    }
  }
  expect(untrue).toEqual([])
})
