import type { Section } from '../sections.ts'
import { cacheDays, type DayFigures, type DayPlan } from './cache-days.ts'

const PLAN = { records: 20_000, searches: 50_000, questions: 10_000, exponent: 1, isolates: 4, edits: 60, loans: 1_500 }
const DAYS = 4

/** Days of 50,000 searches by Zipf's law, played against the product's own cache. */
export const cacheSection: Section = {
  title: 'The cache: days of 50,000 searches',
  async run(seed) {
    const days = await cacheDays({ ...PLAN, seed }, DAYS)
    const last = days.at(-1)
    const hits = last ? last.hits / last.searches : 0
    const writes = Math.max(...days.map(({ kvWrites, kvRefused }) => kvWrites + kvRefused))
    const reads = Math.max(...days.map(({ kvReads }) => kvReads))
    return {
      lines: [told(PLAN), '', ...tableOf(days)],
      marks: [
        {
          text: `a Zipf day of 50,000 searches, the ${DAYS}th: at least 80 % answered from the cache`,
          value: percent(hits),
          passed: hits >= 0.8,
        },
        { text: 'KV writes on any day: at most 1,000', value: String(writes), passed: writes <= 1_000 },
        { text: 'KV reads on any day: at most 100,000', value: number(reads), passed: reads <= 100_000 },
      ],
    }
  },
}

const number = (value: number) => value.toLocaleString('en-US')
const percent = (share: number) => `${(100 * share).toFixed(1)} %`

function told({ questions, exponent, isolates, edits, loans }: Omit<DayPlan, 'seed'>): string {
  return (
    `${number(questions)} questions, exponent ${exponent}; ${isolates} isolates at a time in two places, each living half an hour to four hours; ` +
    `${edits} records changed and ${number(loans)} loans a day. On the first day nothing is kept.`
  )
}

function tableOf(days: readonly DayFigures[]): string[] {
  const rows = days.map(({ searches, hits, withoutTrip, kvReads, kvWrites, kvRefused }, day) =>
    [day + 1, percent(hits / searches), percent(withoutTrip / searches), number(kvReads), number(kvWrites), number(kvRefused)].join(' | '),
  )
  return [
    '| day | hits | without any trip | KV reads | KV writes | refused |',
    '|--:|--:|--:|--:|--:|--:|',
    ...rows.map((row) => `| ${row} |`),
  ]
}
