import { seededRandom } from '../../../db/seed/random.ts'
import { searchPath } from '../questions/question.ts'
import { type Asked, readAnswer } from './asking.ts'
import { distribution, mean } from './distribution.ts'
import { middleAsked } from './middle-asked.ts'
import type { Bench, ClassResult } from './run-class.ts'
import { TIMES } from './times.ts'

const WORDS = 6
const LAST = 500
/** Every tenth page is timed. */
const TIMED = 10
const PAGES: readonly number[] = [50, LAST]

/** Follows the cursors of very common words to page 500. */
export async function runDeepPages(bench: Bench): Promise<ClassResult> {
  const { product, catalogue, rows } = bench
  const random = seededRandom(catalogue.seed)
  const [ms, cpuMs, plainMs, rowsRead]: [number[], number[], number[], number[]] = [[], [], [], []]
  let trips = 0
  const statuses = new Set<number>()
  for (let n = 0; n < WORDS; n += 1) {
    const word = catalogue.vocabularies[n % 2 === 0 ? 'kaz' : 'rus'].stems[random.between(0, 5)] ?? ''
    let path = searchPath(word)
    for (let page = 1; page <= LAST; page += 1) {
      const isTimed = page % TIMED === 0
      const runs: Asked[] = []
      while (runs.length < (isTimed ? TIMES : 1)) runs.push(await product.ask(path))
      const asked = middleAsked(runs)
      statuses.add(asked.status)
      if (isTimed) {
        ms.push(asked.ms)
        cpuMs.push(asked.cpuMs)
        trips = Math.max(trips, asked.trips)
      }
      if (PAGES.includes(page)) {
        if (rows) rowsRead.push(rows.rowsRead(await product.statementsOf(path)))
        if (bench.plain) plainMs.push((await bench.plain({ words: [word], page })).ms)
      }
      const cursor = readAnswer(runs[0]?.text ?? '').cursor
      if (!cursor) break
      path = `${searchPath(word)}&${new URLSearchParams({ cursor })}`
    }
  }
  return {
    name: 'deep pages (10 to 500)',
    kind: 'search',
    ms: distribution(ms),
    cpuMs: mean(cpuMs),
    plainMs: plainMs.length > 0 ? distribution(plainMs) : undefined,
    trips,
    tripsCorrected: 0,
    rows: rowsRead.length > 0 ? distribution(rowsRead) : undefined,
    statuses: [...statuses],
    known: undefined,
    errors: [],
  }
}
