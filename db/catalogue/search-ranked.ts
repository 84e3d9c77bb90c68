import type { SearchPlan } from '../../worker/domain/catalogue/search-plan.ts'
import { EXACT, FAR } from './search-matches.ts'
import { type ScoreShape, scoreArgs, scoreSql } from './search-score.ts'
import type { SearchShape } from './search-shape.ts'

/**
 * So many of the first matches, which are the most wanted, are ranked by how well they answer: of a large result; of one whose first reach
 * far; of one whose better matches are not sought apart, or whose first stand for all; and of a small one.
 */
const RANKED = { large: 100, far: 150, alone: 250, small: EXACT }

/** `h`: the page's best, of the first matches and of narrower ones after them; `ranked`: how many those are, for the pages after. */
export function rankedSql({ closer, ranksMore, available }: SearchShape, shape: ScoreShape): string {
  const score = scoreSql(shape)
  const onShelf = available ? 'CROSS JOIN index_facets f ON f.place = m.rowid AND (f.on_shelf & :mask) <> 0' : ''
  const narrower = closer.map(({ most, within }, number) => {
    const isWorthIt = within
      ? `(SELECT count(*) >= ${closer[number - 1]?.most} FROM closer${number - 1})`
      : `(SELECT big OR n > ${EXACT} FROM n)`
    return `closer${number}(r) AS MATERIALIZED (SELECT m.rowid FROM catalogue_index m ${onShelf}
      WHERE m.catalogue_index MATCH :closer${number} AND m.rowid > (SELECT r FROM last) LIMIT ${most} * ${isWorthIt}),`
  })
  const arms = closer.map((_, number) => `SELECT r FROM closer${number}`)
  return `best(best) AS MATERIALIZED (SELECT CASE WHEN NOT big THEN ${RANKED.small} WHEN part >= ${FAR} THEN ${ranksMore ? RANKED.small : RANKED.far}
      ELSE ${ranksMore ? RANKED.alone : RANKED.large} END FROM n, reached),
      last(r) AS MATERIALIZED (SELECT json_extract(places, format('$[%d]', max(0, min(n, best) - 1))) FROM n, best),
      ${narrower.join('\n')}
      later(r) AS MATERIALIZED (${arms.join(' UNION ') || 'SELECT NULL WHERE FALSE'}),
      c(r) AS (SELECT r FROM (SELECT r FROM a LIMIT (SELECT best FROM best)) UNION ALL SELECT r FROM later),
      h(r, s) AS (SELECT d.place, ${score.sql} AS s FROM (SELECT ${['d.*', ...score.seen].join(', ')} FROM c CROSS JOIN index_lines d ON d.place = c.r LIMIT -1) d
        ORDER BY s DESC, d.place LIMIT :limit OFFSET :offset),
      ranked(ranked, last_ranked, shown_later) AS (
        SELECT ranked, (SELECT r FROM last), CASE WHEN ranked <= :offset + :limit THEN shown_later END
        FROM (SELECT (SELECT min(n, best) FROM n, best) + count(*) AS ranked, group_concat(r) AS shown_later FROM later))`
}

export function rankedArgs({ closer, words, typed }: SearchPlan): Record<string, string | number> {
  return { ...scoreArgs(words, typed), ...Object.fromEntries(closer.map(({ match }, number) => [`closer${number}`, match])) }
}
