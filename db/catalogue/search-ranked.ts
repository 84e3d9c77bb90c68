import type { SearchPlan } from '../../worker/domain/catalogue/search-plan.ts'
import { EXACT } from './search-matches.ts'
import { scoreOf } from './search-score.ts'

/**
 * As many of the first matches, which are the most wanted, are ranked by how well they answer: of a large result, whose better matches
 * are sought apart; of one whose matches are far between, with and without that; and of a small one.
 */
const RANKED = { large: 100, far: 250, farAlone: EXACT, small: EXACT }

/** `h`: the page's best, of the first matches and of narrower ones after them; `ranked`: how many those are, for the pages after. */
export function rankedSql({ closer, words, typed, available }: SearchPlan, offset: number) {
  const score = scoreOf(words, typed)
  const isSoughtApart = closer.length > 0 && closer.every(({ dear }) => !dear)
  const ranked = `(SELECT CASE WHEN NOT big THEN ${RANKED.small} WHEN is_far THEN ${isSoughtApart ? RANKED.far : RANKED.farAlone} ELSE ${RANKED.large} END FROM n, far)`
  const onShelf = available ? 'CROSS JOIN index_facets f ON f.place = m.rowid AND (f.on_shelf & :mask) <> 0' : ''
  const arms = closer.map(
    ({ most, dear }, number) => `SELECT r FROM (SELECT m.rowid AS r FROM catalogue_index m ${onShelf}
      WHERE m.catalogue_index MATCH :closer${number} AND m.rowid > (SELECT r FROM last)
      LIMIT ${most} * (SELECT (big OR n > ${EXACT})${dear ? ' AND NOT is_far' : ''} FROM n, far))`,
  )
  return {
    sql: `last(r) AS MATERIALIZED (SELECT json_extract(places, format('$[%d]', max(0, min(n, ${ranked}) - 1))) FROM n),
      later(r) AS MATERIALIZED (${arms.join(' UNION ') || 'SELECT NULL WHERE FALSE'}),
      c(r) AS (SELECT r FROM (SELECT r FROM a LIMIT ${ranked}) UNION ALL SELECT r FROM later),
      h(r, s) AS (SELECT d.place, ${score.sql} AS s FROM (SELECT d.*, ${score.seen} FROM c CROSS JOIN index_lines d ON d.place = c.r LIMIT -1) d
        ORDER BY s DESC, d.place LIMIT :limit OFFSET :offset),
      ranked(ranked, last_ranked, shown_later) AS (
        SELECT ranked, (SELECT r FROM last), CASE WHEN ranked <= :offset + :limit THEN shown_later END
        FROM (SELECT min((SELECT n FROM n), ${ranked}) + count(*) AS ranked, group_concat(r) AS shown_later FROM later))`,
    args: {
      ...score.args,
      offset,
      ...Object.fromEntries(closer.map(({ match }, number) => [`closer${number}`, match])),
    },
  }
}
