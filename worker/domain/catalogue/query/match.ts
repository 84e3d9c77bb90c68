import { EVERY_RECORD } from '../index/filter-tokens.ts'
import type { Clause, Field } from './clause.ts'
import type { ParsedQuery } from './parse-query.ts'

/** FTS5 MATCH text for the query and the filters, of each of which one token will do. Every term stands in quotes. */
export function matchOf({ must, mustNot }: ParsedQuery, filters: string[][]): string {
  const positive = [...must.map(clauseMatch), ...filters.filter((tokens) => tokens.length > 0).map(anyOf)]
  const all = positive.length > 0 ? positive.join(' AND ') : quoted(EVERY_RECORD)
  return mustNot.length === 0 ? all : `(${all}) NOT (${mustNot.map(clauseMatch).join(' OR ')})`
}

function clauseMatch(clause: Clause): string {
  switch (clause.kind) {
    case 'word': {
      const { stems, beginning, field } = clause.word
      return inField(field, beginning ? stems.map((stem) => `${quoted(stem)}*`).join(' OR ') : stems.map(quoted).join(' OR '))
    }
    case 'phrase':
      return inField(clause.field, quoted(clause.keys.join(' ')))
    case 'tokens':
      return anyOf(clause.tokens)
    case 'any':
      return `(${clause.of.map(clauseMatch).join(' OR ')})`
    case 'all':
      return `(${clause.of.map(clauseMatch).join(' AND ')})`
  }
}

/** Filters stand in their own column, words in all the others. */
const WORDS = '{title author series subject note shelfmark}'

function inField(field: Field | null, match: string): string {
  return `(${field ?? WORDS} : (${match}))`
}

function anyOf(tokens: string[]): string {
  return `(${tokens.map(quoted).join(' OR ')})`
}

function quoted(term: string): string {
  return `"${term.replaceAll('"', '')}"`
}
