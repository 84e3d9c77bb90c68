import type { SearchPlan } from '../../worker/domain/catalogue/search-plan.ts'

/** Results up to this size are counted one by one; larger ones are estimated. */
export const EXACT = 500
/** What is on the shelf changes by the minute and so is no token of the index: matches are looked at until enough of them are. */
export const LOOKED_AT_FOR_AVAILABLE = 1_002
const SAMPLES = 6
const SAMPLE_MATCHES = 130

const EVERYWHERE = 2n ** 62n - 1n

/** A bit for each branch. */
export function onShelfMask(branches: number[]): bigint {
  return branches.length === 0 ? EVERYWHERE : branches.reduce((mask, id) => mask | (1n << BigInt(id - 1)), 0n)
}

/** `a`: the first matches in the order of the index; `n`: how many they are; `big`: whether there may be more. */
export function matchesSql({ available }: SearchPlan): string {
  const matches = 'SELECT rowid AS r FROM catalogue_index WHERE catalogue_index MATCH :match'
  const a = available
    ? `SELECT m.r, (f.on_shelf & :mask) <> 0 AS here FROM (${matches} LIMIT ${LOOKED_AT_FOR_AVAILABLE}) m CROSS JOIN index_facets f ON f.place = m.r`
    : `SELECT r, 1 AS here FROM (${matches} LIMIT ${EXACT + 1})`
  const most = available ? LOOKED_AT_FOR_AVAILABLE : EXACT + 1
  return `a(r, here) AS MATERIALIZED (${a}),
    n(n, looked_at, big) AS MATERIALIZED (SELECT coalesce(sum(here), 0), count(*), count(*) >= ${most} FROM a)`
}

/** The rank of a place: how many records stand before it. */
function rankOf(place: string): string {
  return `(SELECT k.rank + 64.0 * (${place} - k.place)
      / max(1, coalesce((SELECT min(next.place) FROM index_ranks next WHERE next.place > k.place), ${place}) - k.place)
    FROM index_ranks k WHERE k.place <= ${place} ORDER BY k.place DESC LIMIT 1)`
}

/**
 * What the facets are counted from: all matches of a small result, or some from each range of a large one. The bounds stand in
 * LIMIT, not in WHERE: a LIMIT of 0 does not even open the index. Columns: kind, matches read, matches, on a shelf, rows, weight.
 */
export function samplesSql({ available }: SearchPlan): string {
  const here = available ? ' FILTER (WHERE (f.on_shelf & :mask) <> 0)' : ''
  const matches = `count(*)${here}`
  const onShelf = `count(*) FILTER (WHERE f.on_shelf ${available ? '& :mask' : ''} <> 0)`
  const rows = `group_concat(f.facets, char(10))${here}`
  const exact = `UNION ALL SELECT 'exact', count(*), ${matches}, ${onShelf}, ${rows}, 1.0, NULL, NULL, NULL, NULL
    FROM (SELECT r FROM a WHERE here LIMIT (SELECT ${EXACT} * (NOT big) FROM n)) m CROSS JOIN index_facets f ON f.place = m.r`
  const sample = (number: number) => {
    const range = (column: string) => `(SELECT ${column} FROM index_samples WHERE number = ${number})`
    const end = `(CASE WHEN count(*) = ${SAMPLE_MATCHES} THEN max(m.r) + 1 ELSE ${range('to_place')} END)`
    return `UNION ALL SELECT 'sample', read, matches, on_shelf, facets, records / max(1.0, min(records, ${rankOf('until')} - ${rankOf('since')})), NULL, NULL, NULL, NULL
      FROM (SELECT count(*) AS read, ${matches} AS matches, ${onShelf} AS on_shelf, ${rows} AS facets,
          ${end} AS until, ${range('sample_from')} AS since, ${range('records')} AS records
        FROM (SELECT rowid AS r FROM catalogue_index WHERE catalogue_index MATCH :match
            AND rowid BETWEEN ${range('sample_from')} AND ${range('to_place')} LIMIT (SELECT ${SAMPLE_MATCHES} * big FROM n)) m
          CROSS JOIN index_facets f ON f.place = m.r)`
  }
  return [exact, ...Array.from({ length: SAMPLES }, (_, number) => sample(number))].join('\n')
}
