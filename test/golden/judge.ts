/** One line of `queries.tsv`: what a reader asks, and what ought to be found by rank `rank` at the latest. */
export interface GoldenQuery {
  kind: string
  q: string
  filters: string
  expected: string
  rank: number
}

export interface FoundHit {
  title: string
  author: string | null
}

const HEADER = 'kind\tquery\tfilters\texpected\trank'

export function readQueries(tsv: string): GoldenQuery[] {
  const [header, ...lines] = tsv.trimEnd().split('\n')
  if (header !== HEADER) throw new Error('queries.tsv does not have the columns expected')
  return lines.map((line) => {
    const [kind = '', q = '', filters = '', expected = '', rank = ''] = line.split('\t')
    return { kind, q, filters, expected, rank: Number(rank) }
  })
}

/**
 * `A || B`: one of these titles is among the first `rank`; `A / Name`: that title by that author; `by: A|B`: each of the first `rank`
 * is by one of them; `& !A`: something is found and A is not; `—`: nothing is found.
 */
export function isFound({ expected, rank }: GoldenQuery, hits: readonly FoundHit[]): boolean {
  if (expected === '—') return hits.length === 0
  const [wanted = '', unwanted] = expected.split('& !').map((part) => part.trim())
  if (hits.length === 0 || hits.some(({ title }) => title === unwanted)) return false
  const first = hits.slice(0, rank)
  if (wanted === '') return true
  if (wanted.startsWith('by: ')) {
    const names = wanted.slice(4).split('|')
    return first.every(({ author }) => names.some((name) => author?.startsWith(name)))
  }
  return wanted.split(' || ').some((each) => {
    const [title, author = ''] = each.split(' / ')
    return first.some((hit) => hit.title === title && (hit.author ?? '').startsWith(author))
  })
}
