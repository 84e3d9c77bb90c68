import { afterAll, beforeAll, expect, it } from 'vitest'
import { searchBeside } from '../../../db/catalogue/search.ts'
import { otherChoices } from '../../../db/catalogue/spelling.ts'
import { ask } from '../../../db/client.ts'
import { type Random, seededRandom } from '../../../db/seed/random.ts'
import { seedLibrary } from '../../../db/seed/seed.ts'
import { indexLetters } from '../../../worker/domain/catalogue/index/letters.ts'
import { FIRST_PAGE } from '../../../worker/domain/catalogue/search-cursor.ts'
import { searchPlan } from '../../../worker/domain/catalogue/search-plan.ts'
import { searchQuery } from '../../../worker/domain/catalogue/search-query.ts'
import { corrections } from '../../../worker/domain/catalogue/spelling/correct.ts'
import { analyse, spellings, type Token } from '../../../worker/domain/catalogue/text/analyse.ts'
import { openInNode } from '../../support/in-node.ts'
import { NOTHING_ASKED } from '../../support/nothing-asked.ts'
import { MISSPELLINGS } from './misspellings.ts'

const SEED = 20_261_124
const TODAY = '2026-03-11'
const LEAST_LETTERS = 5
const WORDS = 150

let library: Awaited<ReturnType<typeof openInNode>>
let titles: [string, ...string[]]
beforeAll(async () => {
  library = await openInNode(() => new Date(`${TODAY}T06:00:00Z`))
  await seedLibrary(library.client, { today: TODAY, passwordHash: 'nobody signs in' })
  const { rows } = await library.client.execute("SELECT title FROM records WHERE language IN ('kaz', 'rus') ORDER BY id")
  const [first = '', ...others] = rows.map(({ title }) => String(title))
  titles = [first, ...others]
})
afterAll(() => library.close())

const share = (part: number, of: number) => `${((100 * part) / of).toFixed(1).padStart(5)} %`
const isLong = ({ word }: Token) => word.length >= LEAST_LETTERS && /^[\p{Script=Cyrillic}]+$/u.test(word)

interface Wrong {
  typed: string
  meant: Token
}

/** Misspelt words of titles, each of its kind. */
function misspelt(kind: string, random: Random): Wrong[] {
  const all: Wrong[] = []
  for (let tries = 0; all.length < WORDS && tries < WORDS * 20; tries += 1) {
    const [word, ...others] = analyse(random.pick(titles)).filter(isLong)
    if (!word) continue
    const meant = random.pick([word, ...others])
    const typed = MISSPELLINGS[kind]?.([...meant.word], random)
    if (typed && indexLetters(analyse(typed)[0]?.key ?? '') !== indexLetters(meant.key)) all.push({ typed, meant })
  }
  return all
}

const termsOf = (token: Token) => [token.key, ...spellings(token)].map(indexLetters)

it('puts misspelt words of the titles right', async () => {
  const random = seededRandom(SEED)
  const table: string[] = []
  const sum = { unknown: 0, first: 0, any: 0 }
  for (const kind of Object.keys(MISSPELLINGS)) {
    const count = { unknown: 0, first: 0, any: 0 }
    for (const { typed, meant } of misspelt(kind, random)) {
      const query = searchQuery({ ...NOTHING_ASKED, q: typed })
      const beside = otherChoices({ typed: query.parsed.words, elsewhere: [], isFirstChoice: false, mayMeetByChance: false }, [])
      const { words } = (await ask(library.client, searchBeside(searchPlan(query, FIRST_PAGE), beside))).others
      const found = [...words].find(([, { known }]) => !known)
      if (!found) continue
      const [word, { near }] = found
      const best = corrections(word, near)
      const right = termsOf(meant)
      count.unknown += 1
      if (right.includes(best[0] ?? '')) count.first += 1
      if (best.some((word) => right.includes(word))) count.any += 1
    }
    sum.unknown += count.unknown
    sum.first += count.first
    sum.any += count.any
    table.push(`${share(count.first, count.unknown)} ${share(count.any, count.unknown)} of ${count.unknown}  ${kind}`)
  }
  console.log(
    [`seed ${SEED}; first, among all offered`, ...table, `${share(sum.first, sum.unknown)} ${share(sum.any, sum.unknown)}  all`].join('\n'),
  )
  expect(sum.first / sum.unknown).toBeGreaterThanOrEqual(0.75)
  expect(sum.any / sum.unknown).toBeGreaterThanOrEqual(0.85)
})

const SYLLABLES = [
  'бра',
  'вжу',
  'гло',
  'дны',
  'зхе',
  'кры',
  'лту',
  'мпо',
  'нге',
  'пфа',
  'рша',
  'стю',
  'тчи',
  'фло',
  'хва',
  'цру',
  'шлу',
] as const

it('finds nothing for what is no word', async () => {
  const random = seededRandom(SEED)
  const found: string[] = []
  for (let at = 0; at < 200; at += 1) {
    const nonsense = Array.from({ length: random.between(2, 4) }, () => random.pick(SYLLABLES)).join('')
    const { hits, corrected } = await library.find(nonsense)
    if (hits.length > 0) found.push(`${nonsense} as ${corrected?.shown}`)
  }
  console.log(`seed ${SEED}; ${found.length} of 200 words of nonsense found something: ${found.join(', ')}`)
  expect(found.length).toBeLessThanOrEqual(10)
})

const ALPHABETS = [
  'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя',
  'абвгдежзийклмнопрстуфхцчшщыьэюя',
  'abcdefghijklmnopqrstuvwxyz',
  'бвгғджзкқлмнңпрстфхцчшщ',
]
const STRINGS = 1_000

it('takes letters at random for a word in fewer than one case of fifty', async () => {
  const random = seededRandom(SEED)
  const found: string[] = []
  for (let at = 0; at < STRINGS; at += 1) {
    const [first = '', ...others] = ALPHABETS[at % ALPHABETS.length] ?? ''
    const text = Array.from({ length: random.between(5, 12) }, () => random.pick([first, ...others])).join('')
    const { hits, corrected } = await library.find(text)
    if (hits.length > 0) found.push(`${text} as ${corrected?.shown}`)
  }
  console.log(`seed ${SEED}; ${found.length} of ${STRINGS} random strings found something: ${found.join(', ')}`)
  expect(found.length / STRINGS).toBeLessThan(0.02)
})

it('takes what is the speaker’s own for the same word in another form', async () => {
  const { hits, corrected } = await library.find('анам', 'explain=1')
  expect(corrected).toMatchObject({ kind: 'spelling', asked: 'анам', shown: 'ана' })
  expect(hits[0]).toMatchObject({ title: 'Ана', why: [{ word: 'анам', field: 'title', how: 'ending', found: 'ана' }] })
})
