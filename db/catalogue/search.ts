import type { ResultSet, Row } from '@libsql/client/http'
import { facetsOf, totalOf } from '../../worker/domain/catalogue/estimate.ts'
import { NO_RECORD } from '../../worker/domain/catalogue/index/filter-tokens.ts'
import type { SearchAnswer } from '../../worker/domain/catalogue/search-answer.ts'
import { type Cursor, writeCursor } from '../../worker/domain/catalogue/search-cursor.ts'
import type { SearchPlan } from '../../worker/domain/catalogue/search-plan.ts'
import { type Question, rowsOf } from '../client.ts'
import { writtenOnce } from '../written-once.ts'
import { type CatalogueState, readState, stateSql } from './generation.ts'
import { type FoundHit, foundHits, hitsSql } from './search-hits.ts'
import { EXACT, LOOKED_AT_FOR_AVAILABLE, matchesSql, onShelfMask, sampleOf, samplesSql } from './search-matches.ts'
import { rankedArgs, rankedSql } from './search-ranked.ts'
import { type SearchShape, searchShape } from './search-shape.ts'
import { sortedSql } from './search-sorted.ts'
import { type AskedBeside, type AskedWhen, besideSql, NOTHING_BESIDE } from './spelling.ts'

export interface Found extends Omit<SearchAnswer, 'hits'> {
  hits: FoundHit[]
  state: CatalogueState
}

/** One statement: the hits of a page, the total, and the facets of the whole result. */
export function search(plan: SearchPlan): Question<Found> {
  return page(plan, ALWAYS)
}

/**
 * The same, unless something has what `other` matches, or more than `most` records have what is searched: then nothing is read for it,
 * and what is read for several stays bounded.
 */
export function searchUnless(plan: SearchPlan, { other, most }: { other: string | undefined; most: number | undefined }): Question<Found> {
  const args = other === undefined ? { nothing: NOTHING } : { nothing: NOTHING, other }
  return page(plan, { unless: { most: most ?? null, hasOther: other !== undefined }, args })
}

const page = (plan: SearchPlan, condition: Conditional) =>
  plan.cursor.kind === 'ranked' ? firstPages(plan, plan.cursor.offset, condition) : laterPage(plan, plan.cursor, condition)

/** When a search is none. */
interface Unless {
  /** More records than so many have what is searched. */
  most: number | null
  /** Something else may be there. */
  hasOther: boolean
}

interface Conditional {
  unless: Unless
  args: Record<string, string>
}

const ALWAYS: Conditional = { unless: { most: null, hasOther: false }, args: {} }
const NOTHING = `"${NO_RECORD}"`

/** The search with another match than was asked for, which nothing has, where it is to be none. */
function unlessSql({ most, hasOther }: Unless, sql: string): string {
  const matching = (match: string) => `SELECT 1 FROM catalogue_index WHERE catalogue_index MATCH ${match}`
  const conditions = [
    ...(most === null ? [] : [`(SELECT count(*) <= ${most} FROM (${matching(':match')} LIMIT ${most + 1}))`]),
    ...(hasOther ? [`NOT EXISTS (${matching(':other')})`] : []),
  ]
  if (conditions.length === 0) return sql
  const asked = `asked(match) AS MATERIALIZED (SELECT iif(${conditions.join(' AND ')}, :match, :nothing))`
  return sql.replaceAll(':match', '(SELECT match FROM asked)').replace('WITH ', `WITH ${asked}, `)
}

/** The first page and something beside it, in one statement. */
export function searchBeside<Answer>(plan: SearchPlan, beside: AskedBeside<Answer>): Question<{ found: Found; others: Answer }> {
  const { statements, read } = firstPages(plan, 0, ALWAYS, beside)
  return { statements, read: (results) => ({ found: read(results), others: beside.read(rowsOf(results)) }) }
}

const firstPagesSql = writtenOnce(({ shape, unless, when }: { shape: SearchShape; unless: Unless; when: AskedWhen }) => {
  const { tables, rows } = besideSql(when)
  const hits = shape.score ? rankedSql(shape, shape.score) : sortedSql(shape, 'the start')
  return unlessSql(
    unless,
    `WITH ${matchesSql(shape)}, ${hits}${tables}
    ${hitsSql(shape)}
    UNION ALL SELECT 'counts', json_array(n, looked_at, ranked, last_ranked, shown_later) FROM n, ranked
    UNION ALL ${stateSql}
    ${samplesSql(shape)} ${rows}`,
  )
})

function firstPages(
  plan: SearchPlan,
  offset: number,
  { unless, args }: Conditional,
  beside: Omit<AskedBeside<unknown>, 'read'> = NOTHING_BESIDE,
): Question<Found> {
  const own = plan.sort === 'relevance' ? rankedArgs(plan) : { range: 0 }
  return {
    statements: [
      {
        sql: firstPagesSql({ shape: searchShape(plan), unless, when: beside.when }),
        args: { ...own, ...args, ...beside.args, match: plan.match, limit: plan.limit, offset, mask: onShelfMask(plan.branches) },
      },
    ],
    read: (results) => readFirstPages(results, plan, offset),
  }
}

/** What the first matches are, how many were ranked, and where the pages after them go on. */
type Counts = [n: number, lookedAt: number, ranked: number, goesOnAt: number | null, shownLater: string | null]

function readFirstPages(results: ResultSet[], plan: SearchPlan, offset: number): Found {
  const rows = rowsOf(results)
  const hits = foundHits(rows)
  const [exactly, lookedAt, ranked, goesOnAt, shownLater]: Counts = packedCounts(rows) ?? [0, 0, 0, null, null]
  const estimated = lookedAt >= (plan.available ? LOOKED_AT_FOR_AVAILABLE : EXACT + 1)
  const samples = rows
    .filter(({ kind }) => kind === 'first' || kind === 'sample')
    .map(sampleOf)
    .filter(({ matches }) => matches > 0)
  const total = estimated ? Math.max(totalOf(samples), exactly) : exactly
  return { hits, total, estimated, facets: facetsOf(samples), cursor: nextCursor(), state: readState(rows) }

  function nextCursor(): string | null {
    const shown = offset + hits.length
    if (!estimated && shown >= total) return null
    if (plan.sort !== 'relevance') {
      if (!estimated) return writeCursor({ kind: 'ranked', offset: shown })
      return nextSorted({ kind: 'after-record', total, estimated, recordId: 0, range: 0 }, hits, plan.limit, goesOnAt)
    }
    if (shown < ranked) return writeCursor({ kind: 'ranked', offset: shown })
    return goesOnAt === null ? null : writeCursor({ kind: 'after-place', total, estimated, place: goesOnAt, shown: placesIn(shownLater) })
  }
}

function packedCounts(rows: Row[]) {
  const counts = rows.find(({ kind }) => kind === 'counts')
  return counts && JSON.parse(String(counts.packed))
}

function placesIn(listed: string | null): number[] {
  if (!listed) return []
  return listed
    .split(',')
    .map(Number)
    .sort((a, b) => a - b)
}

type After<Kind> = Extract<Cursor, { kind: Kind }>

function nextSorted(cursor: After<'after-record'>, hits: FoundHit[], limit: number, nextRange: number | null): string | null {
  const recordId = hits.at(-1)?.id ?? cursor.recordId
  if (hits.length >= limit) return writeCursor({ ...cursor, recordId, range: 0 })
  return nextRange !== null ? writeCursor({ ...cursor, recordId, range: nextRange }) : null
}

type LaterFrom = 'a place' | 'a range' | 'a record'

const laterPageSql = writtenOnce(({ shape, unless, from }: { shape: SearchShape; unless: Unless; from: LaterFrom }) => {
  const hits = from === 'a place' ? afterPlaceSql(shape) : sortedSql(shape, from)
  const goesOn = from === 'a place' ? (shape.available ? '(SELECT next FROM looked)' : 'NULL') : '(SELECT next FROM walked)'
  return unlessSql(unless, `WITH ${hits} ${hitsSql(shape)} UNION ALL SELECT 'counts', json_array(${goesOn}) UNION ALL ${stateSql}`)
})

function laterPage(plan: SearchPlan, cursor: After<'after-place' | 'after-record'>, { unless, args }: Conditional): Question<Found> {
  const isSorted = cursor.kind === 'after-record'
  const from = isSorted ? (cursor.recordId > 0 ? 'a record' : 'a range') : 'a place'
  const own = isSorted ? { range: cursor.range, after: cursor.recordId } : { place: cursor.place, shown: ` ${cursor.shown.join(' ')} ` }
  return {
    statements: [
      {
        sql: laterPageSql({ shape: searchShape(plan), unless, from }),
        args: { ...own, ...args, match: plan.match, limit: plan.limit, mask: onShelfMask(plan.branches) },
      },
    ],
    read: (results) => {
      const rows = rowsOf(results)
      const hits = foundHits(rows)
      const [next]: [number | null] = packedCounts(rows) ?? [null]
      const { total, estimated } = cursor
      return { hits, total, estimated, facets: null, cursor: goOn(), state: readState(rows) }

      function goOn(): string | null {
        if (cursor.kind === 'after-record') return nextSorted(cursor, hits, plan.limit, next)
        const place = hits.length >= plan.limit ? hits.at(-1)?.place : next
        return typeof place === 'number' ? writeCursor({ ...cursor, place, shown: cursor.shown.filter((shown) => shown > place) }) : null
      }
    },
  }
}

/** Of the copies on the shelf only the branch knows: so many matches are looked at for one page. */
const LOOKED_AT = 200

/** The order of the index, from a place on: what had been ranked before is left out. */
function afterPlaceSql({ available }: SearchShape): string {
  // `NOT IN` would read a row of its list for each match.
  const isNew = "rowid > :place AND instr(:shown, format(' %d ', rowid)) = 0"
  const later = `SELECT rowid AS r FROM catalogue_index WHERE catalogue_index MATCH :match AND ${isNew} LIMIT ${available ? LOOKED_AT : ':limit'}`
  const onShelf = 'CROSS JOIN index_facets f ON f.place = l.r AND (f.on_shelf & :mask) <> 0'
  return available
    ? `later(r) AS MATERIALIZED (${later}),
      looked(next) AS (SELECT CASE WHEN count(*) = ${LOOKED_AT} THEN max(r) END FROM later),
      h(r, s) AS (SELECT l.r, 0 FROM later l ${onShelf} LIMIT :limit)`
    : `later(r) AS (${later}), h(r, s) AS (SELECT r, 0 FROM later)`
}
