import type { Row } from '@libsql/client/http'
import type { Sample } from '../../worker/domain/catalogue/estimate.ts'
import type { SearchShape } from './search-shape.ts'

/** Results up to this size are counted one by one; larger ones are estimated. */
export const EXACT = 500
/** What is on the shelf changes by the minute and so is no token of the index: matches are looked at until enough of them are. */
export const LOOKED_AT_FOR_AVAILABLE = 640
/** Ranges of the index, of each of which so many matches are a sample; in a small catalogue, all that there are. */
export const SAMPLES = 6
const SAMPLE_MATCHES = 90
export const SMALL = 1_500
/** When the first matches reach over this part of the index, the next ones are dear to walk to: fewer are a sample. */
const THIN = { from: 0.05, matches: 60 }
/** When the first matches reach over this part of the index they are counted themselves, and only the rest of it is estimated. */
export const FAR = 0.4
const RECORDS = '(SELECT coalesce(sum(records), 0) FROM index_samples)'

const EVERYWHERE = 2n ** 62n - 1n

/** A bit for each branch. */
export function onShelfMask(branches: number[]): bigint {
  return branches.length === 0 ? EVERYWHERE : branches.reduce((mask, id) => mask | (1n << BigInt(id - 1)), 0n)
}

/**
 * `n`: how many the first matches are, whether there may be more, and their places in the order of the index, as one JSON text:
 * as rows they would be read once more by all who count them. `reached`: over which part of the index a large result's first
 * reach, all of it when they are to stand for all anyway, which part is counted by them, and how many of each range are a sample. `a`:
 * those places.
 */
export function matchesSql({ available, opensOnce }: SearchShape): string {
  const most = available ? LOOKED_AT_FOR_AVAILABLE : EXACT + 1
  const matches = `(SELECT rowid AS r FROM catalogue_index WHERE catalogue_index MATCH :match LIMIT ${most}) m`
  const here = available ? ' FILTER (WHERE (f.on_shelf & :mask) <> 0)' : ''
  const from = available ? `${matches} CROSS JOIN index_facets f ON f.place = m.r` : matches
  const part = opensOnce ? '1' : `iif(big, coalesce(${rankOf("json_extract(places, '$[#-1]')")} / ${RECORDS}, 0), 0)`
  return `n(n, looked_at, big, places) AS MATERIALIZED (SELECT count(*)${here}, count(*), count(*) >= ${most}, json_group_array(m.r)${here} FROM ${from}),
reached(part, counted, most) AS MATERIALIZED (SELECT part, iif(${opensOnce ? 'TRUE' : `part >= ${FAR} AND records > ${SMALL}`}, part, 0),
CASE WHEN records <= ${SMALL} THEN ${SMALL / SAMPLES} WHEN part >= ${THIN.from} THEN ${THIN.matches} ELSE ${SAMPLE_MATCHES} END FROM (SELECT ${part} AS part, ${RECORDS} AS records FROM n LIMIT -1)),
a(r) AS (SELECT e.value FROM n CROSS JOIN json_each(n.places) e)`
}

/** The rank of a place: how many records stand before it. */
function rankOf(place: string): string {
  return `(SELECT k.rank + 64.0 * (${place} - k.place) / max(1, coalesce((SELECT min(l.place) FROM index_ranks l WHERE l.place > k.place), ${place}) - k.place)
FROM index_ranks k WHERE k.place <= ${place} ORDER BY k.place DESC LIMIT 1)`
}

/**
 * What the facets are counted from: the first matches, which are all of a small result, or of a large one some from each range that they
 * do not reach. The bounds stand in LIMIT, not in WHERE: a LIMIT of 0 does not even open the index. Each row is a sample packed into
 * one text: matches, on a shelf, weight, then the rows of facets, and on a line of their own those of headings: in a large result of a
 * large catalogue every second record lends its authors and subjects. A match that is dear to open is opened once: its first matches
 * stand for all, however many.
 */
export function samplesSql({ available, opensOnce }: SearchShape): string {
  const here = available ? ' FILTER (WHERE (f.on_shelf & :mask) <> 0)' : ''
  const onShelf = 'count(*) FILTER (WHERE (f.on_shelf & :mask) <> 0)'
  const headed = (which: string) => ` FILTER (WHERE ${available ? '(f.on_shelf & :mask) <> 0 AND ' : ''}(${which}))`
  const counted = (headings: string) => `count(*)${here} AS matches, ${onShelf} AS on_shelf,
coalesce(group_concat(f.facets, ';')${here}, '') AS facets, coalesce(group_concat(f.headings, ';')${headed(headings)}, '') AS headings`
  const packed = (weight: string) => `format('%d;%d;%f;%s\n%s', matches, on_shelf, ${weight}, facets, headings)`
  const standsForAll = `iif((SELECT big FROM n), max(1.0, ${RECORDS} / max(1.0, ${rankOf('until')})), 1)`
  const first = `UNION ALL SELECT 'first', (SELECT ${packed(opensOnce ? standsForAll : '1')}
FROM (SELECT ${counted('NOT (SELECT big FROM n) OR m.r & 1')}, max(m.r) AS until
FROM (SELECT r FROM a LIMIT (SELECT n * (NOT big OR counted > 0) FROM n, reached)) m CROSS JOIN index_facets f ON f.place = m.r))`
  if (opensOnce) return first
  return `${first}
UNION ALL SELECT 'sample', (SELECT ${packed(`s.records * min(1.0, s.number + 1 - ${SAMPLES} * counted)
/ max(1.0, min(s.records, coalesce(${rankOf('until')}, s.rank_to) - s.rank_from))`)}
FROM (SELECT ${counted(`m.r & 1 OR most > ${SAMPLE_MATCHES}`)}, iif(count(*) = most, max(m.r) + 1, NULL) AS until
FROM (SELECT rowid AS r FROM catalogue_index WHERE catalogue_index MATCH :match AND rowid BETWEEN s.sample_from AND s.sample_to
LIMIT (SELECT most * big FROM n, reached)) m CROSS JOIN index_facets f ON f.place = m.r))
FROM reached CROSS JOIN index_samples s WHERE s.number + 1 > ${SAMPLES} * counted`
}

export function sampleOf({ packed }: Row): Sample {
  const [first = '', headings = ''] = String(packed).split('\n')
  const [matches = '', onShelf = '', weight = ''] = first.split(';', 3)
  const rows = first.slice(matches.length + onShelf.length + weight.length + 3)
  return { matches: Number(matches), onShelf: Number(onShelf), weight: Number(weight), rows, headings }
}
