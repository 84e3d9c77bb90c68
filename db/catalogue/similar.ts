import { type Question, rowsOf } from '../client.ts'

const SHOWN = 8
/** The most wanted of each subject: enough to meet again under another. */
const READ_OF_EACH = 60

/** Records under the same headings as this one (tokens of the index), those that share most of them first, then the most wanted. */
export function listSimilar(id: number, tokens: string[]) {
  // Tokens are made of letters and digits: no quotation mark can end the phrase.
  const each = tokens.map(
    () => 'SELECT * FROM (SELECT rowid AS place FROM catalogue_index WHERE catalogue_index MATCH ? ORDER BY rowid LIMIT ?)',
  )
  return {
    statements: [
      {
        sql: `WITH met AS (SELECT place, count(*) AS times FROM (${each.join(' UNION ALL ')}) GROUP BY place)
              SELECT r.id, r.title, r.author, r.year, r.language, r.shelfmark FROM met CROSS JOIN index_lines l ON l.place = met.place
                CROSS JOIN records r ON r.id = l.record_id
              WHERE r.id <> ? AND NOT EXISTS (SELECT 1 FROM work_records w JOIN work_records o ON o.work_id = w.work_id
                WHERE w.record_id = ? AND o.record_id = r.id)
              ORDER BY met.times DESC, met.place LIMIT ${SHOWN}`,
        args: [...tokens.flatMap((token) => [`filter : "${token}"`, READ_OF_EACH]), id, id],
      },
    ],
    read: (results) =>
      rowsOf(results).map((row) => ({
        id: Number(row.id),
        title: String(row.title),
        author: row.author === null ? null : String(row.author),
        year: row.year === null ? null : Number(row.year),
        language: String(row.language),
        shelfmark: row.shelfmark === null ? null : String(row.shelfmark),
      })),
  } satisfies Question<unknown>
}
