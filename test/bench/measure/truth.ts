import { type Client, createClient, type InValue } from '@libsql/client/http'
import { emptyTallies, tallyFacets } from '../../../worker/domain/catalogue/index/facet-row.ts'
import type { SearchAnswer } from '../../../worker/domain/catalogue/search-answer.ts'
import type { SentStatement } from './sent-statements.ts'

export interface Truth {
  total: number
  branches: Map<string, number>
}

/** How far an answer is from the truth, as a share of the truth. */
export interface Errors {
  estimated: boolean
  total: number
  /** Of every branch with 5 % of the result or more. */
  branches: number[]
}

const ROWS_A_PAGE = 50_000
const WORTH_COMPARING = 0.05

/** Counts a search's whole result, match by match, by the very expression it put to the index. */
export function openTruth(url: string): (statements: readonly SentStatement[], available: boolean) => Promise<Truth | undefined> {
  const client = createClient({ url })
  return async (statements, available) => {
    const named = await answered(client, statements)
    if (!named) return undefined
    return count(client, named[':match'] ?? '', available ? (named[':mask'] ?? null) : null)
  }
}

/** Of a question that was corrected, the last search is the one answered, or of several that were put at once the first that finds something. */
async function answered(client: Client, statements: readonly SentStatement[]): Promise<SentStatement['named'] | undefined> {
  const searches = statements.flatMap(({ named }) => (':match' in named ? [named] : []))
  const atOnce = searches.slice(searches.findLastIndex((named) => !(':other' in named)))
  for (const named of atOnce) {
    const { rows } = await client.execute({
      sql: 'SELECT 1 FROM catalogue_index WHERE catalogue_index MATCH ? LIMIT 1',
      args: [named[':match'] ?? ''],
    })
    if (rows.length > 0) return named
  }
  return atOnce[0]
}

async function count(client: Client, match: InValue, mask: InValue): Promise<Truth> {
  const tallies = emptyTallies()
  let total = 0
  for (let after = -1; ; ) {
    const { rows } = await client.execute({
      sql: `SELECT f.place, f.facets FROM catalogue_index m CROSS JOIN index_facets f ON f.place = m.rowid
            WHERE m.catalogue_index MATCH ? AND m.rowid > ? AND (? IS NULL OR (f.on_shelf & ?) <> 0) LIMIT ${ROWS_A_PAGE}`,
      args: [match, after, mask, mask],
    })
    for (const { facets } of rows) {
      total += 1
      tallyFacets(tallies, String(facets))
    }
    if (rows.length < ROWS_A_PAGE) return { total, branches: new Map([...tallies.branches].map(([branch, { times }]) => [branch, times])) }
    after = Number(rows.at(-1)?.place)
  }
}

export function errorsOf(answer: SearchAnswer, truth: Truth): Errors {
  const counted = new Map(answer.facets?.branch.map(({ value, count }) => [value, count]))
  const large = [...truth.branches].filter(([, exactly]) => exactly >= truth.total * WORTH_COMPARING)
  return {
    estimated: answer.estimated,
    total: off(answer.total, truth.total),
    branches: answer.facets ? large.map(([branch, exactly]) => off(counted.get(branch) ?? 0, exactly)) : [],
  }
}

const off = (told: number, exactly: number) => Math.abs(told - exactly) / Math.max(1, exactly)
