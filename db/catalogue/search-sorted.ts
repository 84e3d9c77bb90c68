import { LEVEL_BITS, RANGE_BITS, rangePrefix } from '../../worker/domain/catalogue/index/filter-tokens.ts'
import type { Sort } from '../../worker/domain/catalogue/search-query.ts'
import { EXACT } from './search-matches.ts'
import type { SearchShape } from './search-shape.ts'

type Ordered = Exclude<Sort, 'relevance' | 'year'>

/** The record that stands at a place. */
const RECORD_AT = (place: string) => `x.id = (${place} & ${2 ** 24 - 1})`
const KEY: Record<Ordered, string> = { title: 'x.title_sort', author: 'x.author_sort', newest: '-x.id' }
const ORDER: Record<Exclude<Sort, 'relevance'>, string> = {
  title: 'x.title_sort, x.id',
  author: 'x.author_sort, x.id',
  newest: '-x.id',
  year: 'coalesce(x.year, 0) DESC, m.r',
}
/** So many ranges are looked through for one page; a page that stays short goes on after them. */
const MOST_RANGES = 64
/** With so many matches in a range of the coarse level, the fine one is walked. */
const DENSE = 128

/**
 * `h`: a page in the order of a sort, the first pages or one after a record. A small result is sorted as a whole; a large one is read
 * range by range, and `walked` says where to go on: the range after the last one looked through, null after the last of all. `reach`
 * is the range in which the page ends, which is read to its end: SQLite would sort the matches of all ranges before it took the first.
 */
export function sortedSql(shape: SearchShape, from: 'the start' | 'a range' | 'a record'): string {
  const { sort } = shape
  if (sort === 'relevance') throw new Error('relevance is ranked, not sorted')
  const isLater = from === 'a record'
  const large = sort === 'year' ? yearsSql(shape, isLater) : rangesSql(shape, sort, isLater)
  if (from !== 'the start') return `big(big) AS (SELECT 1), ${large}, h(r, s) AS (SELECT r, 0 FROM large)`
  return `big(big) AS (SELECT big FROM n), ${large},
      small(r) AS (SELECT m.r FROM (SELECT r FROM a LIMIT (SELECT ${EXACT} * (NOT big) FROM big)) m
        CROSS JOIN records x ON ${RECORD_AT('m.r')} ORDER BY ${ORDER[sort]} LIMIT :limit OFFSET :offset),
      h(r, s) AS (SELECT r, 0 FROM small UNION ALL SELECT r, 0 FROM large),
      ranked(ranked, last_ranked, shown_later) AS (SELECT 0, next, NULL FROM walked)`
}

const onShelfSql = ({ available }: SearchShape) =>
  available ? 'CROSS JOIN index_facets o ON o.place = f.rowid AND (o.on_shelf & :mask) <> 0' : ''

function rangesSql(shape: SearchShape, sort: Ordered, isLater: boolean): string {
  const key = KEY[sort]
  const keyOfAfter = `(SELECT ${key} FROM records x WHERE x.id = :after)`
  const rangeOfAfter =
    sort === 'newest'
      ? `(${2 ** 30} - :after) >> ${RANGE_BITS}`
      : `coalesce((SELECT number FROM sort_ranges WHERE sort = '${sort}' AND level = 0 AND from_key <= ${keyOfAfter} ORDER BY from_key DESC LIMIT 1), 0)`
  const first = `SELECT number FROM sort_ranges WHERE sort = '${sort}' AND level = 0 AND number >= max(:range, ${isLater ? rangeOfAfter : '0'}) ORDER BY number LIMIT 1`
  const token = (level: string, number: string) =>
    `format('(%s) AND "${rangePrefix(sort, 0).slice(0, -2)}%dx%d"', :match, ${level}, ${number})`
  const after = isLater ? `AND (${key}, x.id) > (${keyOfAfter}, :after)` : ''
  const matchesIn = (ranges: string) => `SELECT g.number, f.rowid AS r FROM ${ranges} g CROSS JOIN catalogue_index f ${onShelfSql(shape)}
      CROSS JOIN records x ON ${RECORD_AT('f.rowid')} WHERE f.catalogue_index MATCH ${token('g.level', 'g.number')} ${after}`
  return `start(number) AS MATERIALIZED (${first}),
    density(m) AS MATERIALIZED (SELECT count(*) FROM (SELECT 1 FROM catalogue_index
      WHERE catalogue_index MATCH ${token('1', `coalesce((SELECT number FROM start) >> ${LEVEL_BITS}, 0)`)} LIMIT (SELECT ${DENSE} * big FROM big))),
    level(level) AS MATERIALIZED (SELECT m < ${DENSE} FROM density),
    ranges(level, number) AS MATERIALIZED (SELECT level, number FROM sort_ranges
      WHERE sort = '${sort}' AND level = (SELECT level FROM level) AND number >= (SELECT number FROM start) >> (${LEVEL_BITS} * (SELECT level FROM level))
      ORDER BY number LIMIT ${MOST_RANGES} * (SELECT big FROM big)),
    walked(next) AS (SELECT CASE WHEN count(*) = ${MOST_RANGES} THEN (max(number) + 1) << (${LEVEL_BITS} * max(level)) END FROM ranges),
    found(number, r) AS MATERIALIZED (${matchesIn('ranges')} LIMIT :limit),
    reach(level, number) AS MATERIALIZED (SELECT level, number FROM ranges WHERE number = (SELECT max(number) FROM found)),
    large(r) AS (SELECT m.r FROM (SELECT number, r FROM found WHERE number < (SELECT number FROM reach) UNION ALL ${matchesIn('reach')}) m
      CROSS JOIN records x ON ${RECORD_AT('m.r')} ORDER BY m.number, ${key}, x.id LIMIT :limit)`
}

/** Year by year, the latest first; within a year in the order of the index. */
function yearsSql(shape: SearchShape, isLater: boolean): string {
  const rangeOfAfter = isLater ? '(SELECT 9999 - coalesce(year, 0) FROM records WHERE id = :after)' : '0'
  const after = isLater ? `AND (g.number > ${rangeOfAfter} OR f.rowid > (SELECT place FROM index_lines WHERE record_id = :after))` : ''
  return `ranges(number) AS MATERIALIZED (SELECT number FROM sort_ranges
      WHERE sort = 'year' AND level = 0 AND number >= max(:range, ${rangeOfAfter}) ORDER BY number LIMIT ${MOST_RANGES} * (SELECT big FROM big)),
    walked(next) AS (SELECT CASE WHEN count(*) = ${MOST_RANGES} THEN max(number) + 1 END FROM ranges),
    large(r) AS (SELECT f.rowid FROM ranges g CROSS JOIN catalogue_index f ${onShelfSql(shape)}
      WHERE f.catalogue_index MATCH format('(%s) AND "qn%d"', :match, 9999 - g.number) ${after} LIMIT :limit)`
}
