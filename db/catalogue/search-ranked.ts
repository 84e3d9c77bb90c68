import type { SearchPlan } from '../../worker/domain/catalogue/search-plan.ts'
import { EXACT } from './search-matches.ts'
import { scoreOf } from './search-score.ts'

/** As many of the first matches, which are the most wanted, are ranked by how well they answer: of a large result, and of a small one. */
const RANKED = `(SELECT iif(big, 100, ${EXACT}) FROM n)`

/** `h`: the page's best; `ranked`: what was ranked, for the pages after. Needs `a` and `n`. */
export function rankedSql({ closer, words, typed, available }: SearchPlan, offset: number) {
  const score = scoreOf(words, typed)
  const onShelf = available ? 'CROSS JOIN index_facets f ON f.place = m.rowid AND (f.on_shelf & :mask) <> 0' : ''
  const arms = closer.map(
    (
      { most },
      number,
    ) => `UNION SELECT r FROM (SELECT m.rowid AS r FROM catalogue_index m ${onShelf} WHERE m.catalogue_index MATCH :closer${number}
      LIMIT ${most} * (SELECT big OR n > ${EXACT} FROM n))`,
  )
  return {
    sql: `last(r) AS MATERIALIZED (SELECT json_extract(places, format('$[%d]', max(0, min(n, ${RANKED}) - 1))) FROM n),
      c(r) AS MATERIALIZED (SELECT r FROM (SELECT r FROM a LIMIT ${RANKED}) ${arms.join(' ')}),
      h(r, s) AS (SELECT c.r, ${score.sql} AS s FROM c CROSS JOIN index_lines d ON d.place = c.r ORDER BY s DESC, c.r LIMIT :limit OFFSET :offset),
      ranked(ranked, last_ranked, shown_later) AS (
        SELECT count(*), (SELECT r FROM last),
          CASE WHEN count(*) <= :offset + :limit THEN group_concat(CASE WHEN r > (SELECT r FROM last) THEN r END) END FROM c)`,
    args: {
      ...score.args,
      offset,
      ...Object.fromEntries(closer.map(({ match }, number) => [`closer${number}`, match])),
    },
  }
}
