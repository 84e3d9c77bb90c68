import { EVERY_RECORD } from '../index/filter-tokens.ts'
import type { Clause, Field, QueryWord, Sequence } from './clause.ts'

/**
 * FTS5 MATCH text for the query and the filters, of each group of which one token will do. Every term stands in quotes. Words and
 * filters need no columns to be told apart: no word begins as a filter does.
 */
export function matchOf({ must, mustNot }: Sequence, filters: string[][] = []): string {
  const positive = [...must.map(clauseMatch), ...filters.filter((tokens) => tokens.length > 0).map(anyOf)]
  const all = positive.length > 0 ? positive.join(' AND ') : quoted(EVERY_RECORD)
  return mustNot.length === 0 ? all : `(${all}) NOT (${mustNot.map(clauseMatch).join(' OR ')})`
}

/** As `matchOf` for words without a field, each of which stands in a title or in the name of an author. */
export function namesMatchOf(words: QueryWord[], filters: string[][]): string {
  const named = `{title author} : (${words.map(({ stems, others }) => anyOf([...stems, ...others])).join(' AND ')})`
  return [named, ...filters.map(anyOf)].join(' AND ')
}

function clauseMatch(clause: Clause): string {
  switch (clause.kind) {
    case 'word':
      return wordMatch(clause.word)
    case 'phrase':
      return `(${column(clause.field)}${quoted(clause.words.map(({ key }) => key).join(' '))})`
    case 'tokens':
      return anyOf(clause.tokens)
    case 'any':
      return `(${clause.of.map((sequence) => `(${matchOf(sequence)})`).join(' OR ')})`
  }
}

function wordMatch({ key, stems, others, tokens, field, beginning }: QueryWord): string {
  if (stems.length === 0) return anyOf(tokens)
  const terms = beginning ? `(${quoted(key)} *)` : anyOf([...stems, ...others])
  const inField = `${column(field)}${terms}`
  return tokens.length === 0 ? `(${inField})` : `(${inField} OR ${anyOf(tokens)})`
}

function column(field: Field | null): string {
  return field ? `{${field}} : ` : ''
}

function anyOf(terms: string[]): string {
  return `(${terms.map(quoted).join(' OR ')})`
}

function quoted(term: string): string {
  return `"${term.replaceAll('"', '')}"`
}
