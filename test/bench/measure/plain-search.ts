import { type Client, createClient, type InStatement, type InValue } from '@libsql/client/http'
import type { PlainQuestion } from '../questions/question.ts'

export interface PlainAnswer {
  ms: number
  ids: number[]
}

const ORDER = { title: 't.title', author: 't.author', year: 't.year DESC', newest: 't.id DESC' } as const
const HITS_A_PAGE = 20

/** The whole page from plain FTS5: hits by bm25, the total, six facets and availability, in one batch. */
export function plainSearch(url: string): (question: PlainQuestion) => Promise<PlainAnswer> {
  const client: Client = createClient({ url, concurrency: 0 })
  return async (question) => {
    const statements = plainStatements(question)
    const started = performance.now()
    const [hits] = await client.batch(statements, 'read')
    return { ms: performance.now() - started, ids: hits?.rows.map(({ id }) => Number(id)) ?? [] }
  }
}

function plainStatements(question: PlainQuestion): InStatement[] {
  const { words, sort = 'relevance', page = 1 } = question
  const hasWords = words.length > 0
  const { where, args } = condition(question)
  const from = `FROM ${hasWords ? 'words w JOIN titles t ON t.id = w.rowid' : 'titles t'}`
  const order = sort === 'relevance' ? (hasWords ? 'bm25(words, 10, 5, 3, 1)' : 't.year DESC') : ORDER[sort]
  const counted = (value: string, join = '') => ({
    sql: `SELECT ${value} AS value, count(*) AS count ${from} ${join} WHERE ${where} GROUP BY 1 ORDER BY 2 DESC LIMIT 12`,
    args,
  })
  return [
    {
      sql: `SELECT t.id, t.title, t.author, t.year, (SELECT sum(copies) FROM title_branches b WHERE b.title_id = t.id) AS copies,
              (SELECT sum(available) FROM title_branches b WHERE b.title_id = t.id) AS available
            ${from} WHERE ${where} ORDER BY ${order} LIMIT ${HITS_A_PAGE} OFFSET ${(page - 1) * HITS_A_PAGE}`,
      args,
    },
    { sql: `SELECT count(*) AS total ${from} WHERE ${where}`, args },
    counted('b.branch_id', 'JOIN title_branches b ON b.title_id = t.id'),
    counted('t.language'),
    counted('t.decade'),
    counted('t.class'),
    counted('a.author', 'JOIN title_authors a ON a.title_id = t.id'),
    counted('s.subject', 'JOIN title_subjects s ON s.title_id = t.id'),
  ]
}

function condition({ words, any, phrase, beginning, branch, language, decade, group, available }: PlainQuestion): {
  where: string
  args: InValue[]
} {
  const quoted = words.map((word) => `"${word.replaceAll('"', ' ')}"${beginning ? '*' : ''}`)
  const match = phrase ? `"${words.join(' ').replaceAll('"', ' ')}"` : quoted.join(any ? ' OR ' : ' ')
  const owned = branch === undefined ? '' : `AND h.branch_id = ${branch}`
  const held = `EXISTS (SELECT 1 FROM title_branches h WHERE h.title_id = t.id ${owned} ${available ? 'AND h.available > 0' : ''})`
  const parts: [string, InValue[]][] = [
    ...(words.length > 0 ? [['words MATCH ?', [match]] as [string, InValue[]]] : []),
    ...(branch !== undefined || available ? [[held, []] as [string, InValue[]]] : []),
    ...(language ? [['t.language = ?', [language]] as [string, InValue[]]] : []),
    ...(decade ? [['t.decade = ?', [decade]] as [string, InValue[]]] : []),
    ...(group ? [['t.class = ?', [group]] as [string, InValue[]]] : []),
  ]
  return { where: parts.map(([sql]) => sql).join(' AND ') || 'TRUE', args: parts.flatMap(([, values]) => values) }
}
