import { createClient } from '@libsql/client/http'
import { inventCatalogue } from './catalogue/invented-catalogue.ts'
import { openLibrary, type Reuse } from './library/open-library.ts'
import { askAt } from './measure/asking.ts'
import { plainSearch } from './measure/plain-search.ts'
import { openRowCounter } from './measure/row-counter.ts'
import { type Bench, compareClass, timeClasses } from './measure/run-class.ts'
import { runDeepPages } from './measure/run-deep-pages.ts'
import { openTruth } from './measure/truth.ts'
import { wayThere } from './measure/way-there.ts'
import { HOSTILE_QUESTIONS, SUGGESTIONS } from './questions/hostile-questions.ts'
import { KNOWN_ITEMS } from './questions/known-items.ts'
import type { QuestionClass } from './questions/question.ts'
import { WIDE_QUESTIONS } from './questions/wide-questions.ts'
import type { SizeResult } from './report/marks.ts'

export interface BenchOptions {
  titles: number
  seed: number
  questions: number
  reuse: Reuse
  /** Asks plain FTS5 the same. */
  plain: boolean
  /** Only classes whose name begins so. */
  only: string | undefined
  say(line: string): void
}

const CLASSES: readonly QuestionClass[] = [...KNOWN_ITEMS, ...WIDE_QUESTIONS, ...HOSTILE_QUESTIONS, ...SUGGESTIONS]
const WARM_UP = 5
/**
 * A larger database does not fit the memory of WebAssembly, and to count every match of it or to ask plain FTS5 would take hours: of
 * such a catalogue only the product's times are measured.
 */
const LARGEST_COUNTED = 400_000

export async function benchSize({ titles, seed, questions, reuse, plain, only, say }: BenchOptions): Promise<SizeResult> {
  const catalogue = await inventCatalogue(titles, seed)
  const isCounted = titles <= LARGEST_COUNTED
  const withPlain = plain && isCounted
  const library = await openLibrary(catalogue, { reuse, plain: withPlain }, say)
  await createClient({ url: library.url }).execute('PRAGMA wal_checkpoint(TRUNCATE)')
  const bench: Bench = {
    catalogue,
    product: askAt(library.url),
    plain: withPlain ? plainSearch(library.plainUrl) : undefined,
    rows: isCounted ? await openRowCounter(library.file) : undefined,
    truth: isCounted ? openTruth(library.url) : async () => undefined,
    questionsAClass: questions,
  }
  const chosen = CLASSES.filter(({ name }) => name.startsWith(only ?? ''))
  await timeClasses({ ...bench, questionsAClass: WARM_UP }, chosen)
  say('timing')
  const classes = []
  for (const timed of await timeClasses(bench, chosen)) {
    say(timed.asked.name)
    classes.push(await compareClass(bench, timed))
  }
  if ('deep pages'.startsWith(only ?? '')) classes.push(await runDeepPages(bench))
  const there = await wayThere(library.url, questions)
  say('')
  bench.rows?.close()
  await library.close()
  return { build: library.build, classes, there }
}
