import type { InArgs, ResultSet } from '@libsql/client/http'
import { facetsOf, type Sample, totalOf } from '../../worker/domain/catalogue/estimate.ts'
import type { SearchAnswer } from '../../worker/domain/catalogue/search-answer.ts'
import { type Cursor, writeCursor } from '../../worker/domain/catalogue/search-cursor.ts'
import type { SearchPlan } from '../../worker/domain/catalogue/search-plan.ts'
import { type Question, rowsOf } from '../client.ts'
import { type FoundHit, foundHit, hitsSql } from './search-hits.ts'
import { EXACT, LOOKED_AT_FOR_AVAILABLE, matchesSql, onShelfMask, samplesSql } from './search-matches.ts'
import { rankedSql } from './search-ranked.ts'
import { sortedSql } from './search-sorted.ts'

export interface Found extends Omit<SearchAnswer, 'hits'> {
  hits: FoundHit[]
}

/** One statement: the hits of a page, the total, and the facets of the whole result. */
export function search(plan: SearchPlan): Question<Found> {
  return plan.cursor.kind === 'ranked' ? firstPages(plan, plan.cursor.offset) : laterPage(plan, plan.cursor)
}

function firstPages(plan: SearchPlan, offset: number): Question<Found> {
  const { sql, args } = plan.sort === 'relevance' ? rankedSql(plan, offset) : sortedSql(plan, { offset })
  return {
    statements: [
      {
        sql: `WITH ${matchesSql(plan)}, ${sql}
              ${hitsSql(plan)}
              UNION ALL SELECT 'counts', n, looked_at, ranked, last_ranked, shown_later, NULL, NULL, NULL, NULL FROM n, ranked
              ${samplesSql(plan)}`,
        args: { ...args, ...commonArgs(plan) },
      },
    ],
    read: (results) => readFirstPages(results, plan, offset),
  }
}

function readFirstPages(results: ResultSet[], plan: SearchPlan, offset: number): Found {
  const rows = rowsOf(results)
  const hits = rows.filter((row) => row.kind === 'hit').map(foundHit)
  const counts = rows.find((row) => row.kind === 'counts')
  const exactly = Number(counts?.a ?? 0)
  const ranked = Number(counts?.c ?? 0)
  const estimated = Number(counts?.b ?? 0) >= (plan.available ? LOOKED_AT_FOR_AVAILABLE : EXACT + 1)
  const samples = rows
    .filter((row) => row.kind === (estimated ? 'sample' : 'exact') && Number(row.a) > 0)
    .map((row): Sample => ({ matches: Number(row.b), onShelf: Number(row.c), rows: String(row.d ?? ''), weight: Number(row.e) }))
  const total = estimated ? Math.max(totalOf(samples), exactly) : exactly
  return { hits, total, estimated, facets: facetsOf(samples), cursor: nextCursor() }

  function nextCursor(): string | null {
    const shown = offset + hits.length
    const last = hits.at(-1)
    if (!last || (!estimated && shown >= total)) return null
    if (plan.sort !== 'relevance') {
      return writeCursor(
        estimated ? { kind: 'after-record', total, estimated, recordId: last.id, range: last.range } : { kind: 'ranked', offset: shown },
      )
    }
    if (shown < ranked) return writeCursor({ kind: 'ranked', offset: shown })
    const later = String(counts?.e ?? '')
    const next: Cursor = {
      kind: 'after-place',
      total,
      estimated,
      place: Number(counts?.d),
      shown:
        later === ''
          ? []
          : later
              .split(',')
              .map(Number)
              .sort((a, b) => a - b),
    }
    return writeCursor(next)
  }
}

function laterPage(plan: SearchPlan, cursor: Exclude<Cursor, { kind: 'ranked' }>): Question<Found> {
  const { sql, args } = cursor.kind === 'after-record' ? sortedSql(plan, cursor) : afterPlace(plan, cursor)
  return {
    statements: [{ sql: `WITH ${sql} ${hitsSql(plan)}`, args: { ...args, ...commonArgs(plan) } }],
    read: (results) => {
      const hits = rowsOf(results).map(foundHit)
      const { total, estimated } = cursor
      const last = hits.at(-1)
      if (!last || hits.length < plan.limit) return { hits, total, estimated, facets: null, cursor: null }
      const next: Cursor =
        cursor.kind === 'after-record'
          ? { ...cursor, recordId: last.id, range: last.range }
          : { ...cursor, place: last.place, shown: cursor.shown.filter((place) => place > last.place) }
      return { hits, total, estimated, facets: null, cursor: writeCursor(next) }
    },
  }
}

/** The order of the index, from a place on: what had been ranked before is left out. */
function afterPlace({ available }: SearchPlan, { place, shown }: Extract<Cursor, { kind: 'after-place' }>) {
  const isNew = `m.rowid > :place ${shown.length > 0 ? `AND m.rowid NOT IN (${shown.join(', ')})` : ''}`
  const onShelf = available ? 'CROSS JOIN index_facets f ON f.place = m.rowid AND (f.on_shelf & :mask) <> 0' : ''
  return {
    sql: `h(r, s, range) AS (SELECT m.rowid, 0, 0 FROM catalogue_index m ${onShelf} WHERE m.catalogue_index MATCH :match AND ${isNew} LIMIT :limit)`,
    args: { place },
  }
}

function commonArgs({ match, limit, branches, available }: SearchPlan): Exclude<InArgs, unknown[]> {
  return { match, limit, ...(available ? { mask: onShelfMask(branches) } : {}) }
}
