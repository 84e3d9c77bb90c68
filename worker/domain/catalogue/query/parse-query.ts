import { isValidIsbn, normalizeIsbn } from '../identifiers.ts'
import { yearToken } from '../index/filter-tokens.ts'
import { indexLetters } from '../index/letters.ts'
import { analyse, askedWords } from '../text/analyse.ts'
import type { Clause, Field, QueryWord } from './clause.ts'
import { fieldNamed, isbnClause, yearsClause } from './fields.ts'
import { type Piece, pieces } from './pieces.ts'

/** A query understood. Nothing in it is syntax any more. */
export interface ParsedQuery {
  must: Clause[]
  mustNot: Clause[]
  /** The plain words in order: what ranking and explaining work with. */
  words: QueryWord[]
  /** The keys of all words typed, stop words too; empty when the query is more than words. */
  typed: string
}

/** Words beyond these are not looked for: leaving them out can only find more. */
const MOST_WORDS = 24
const MOST_ALTERNATIVES = 10

type Known = ReadonlySet<string> | undefined

interface Part {
  clause: Clause
  isNot: boolean
  isStop: boolean
}

/** Any text is a query; what is no syntax is words. Stop words are looked for only when nothing else is there. */
export function parseQuery(text: string, known?: Known): ParsedQuery {
  const found = pieces(text)
  const { parts } = sequence(found, 0, known, 0)
  const telling = parts.some(({ isStop, isNot }) => !isStop && !isNot) ? parts.filter(({ isStop }) => !isStop) : parts
  const kept = telling.slice(0, MOST_WORDS)
  const must = kept.filter(({ isNot }) => !isNot).map(({ clause }) => clause)
  const isPlain = found.every(
    (piece) => piece.kind === 'text' && !piece.isNot && fieldNamed(piece.field) === undefined && !piece.text.endsWith('*'),
  )
  return {
    must,
    mustNot: kept.filter(({ isNot }) => isNot).map(({ clause }) => clause),
    words: must.flatMap(wordsIn),
    typed: isPlain ? keysIn(text, known).join(' ') : '',
  }
}

function keysIn(text: string, known: Known): string[] {
  return analyse(text, known)
    .filter(({ isWhole }) => !isWhole)
    .map(({ key }) => indexLetters(key))
}

/** The words of a clause that a hit is sure to have: of alternatives none is. */
function wordsIn(clause: Clause): QueryWord[] {
  if (clause.kind === 'word') return [clause.word]
  if (clause.kind === 'all') return clause.of.flatMap(wordsIn)
  if (clause.kind === 'phrase')
    return clause.keys.map((key) => ({ written: key, key, stems: [key], field: clause.field, beginning: false }))
  return []
}

/** Pieces up to a closing bracket. */
function sequence(all: Piece[], from: number, known: Known, depth: number): { parts: Part[]; next: number } {
  const parts: Part[] = []
  let or = false
  let next = from
  while (next < all.length) {
    const piece = all[next]
    next += 1
    if (!piece) break
    if (piece.kind === 'close') {
      if (depth > 0) break
      continue
    }
    if (piece.kind === 'or') {
      or = parts.length > 0
      continue
    }
    let own: Part[]
    if (piece.kind === 'open') {
      const inner = depth < 3 ? sequence(all, next, known, depth + 1) : { parts: [], next }
      next = inner.next
      own = grouped(inner.parts, piece.isNot)
    } else own = partsOf(piece, known)
    const before = or ? parts.pop() : undefined
    parts.push(...(before ? [either(before, own)] : own))
    or = false
  }
  return { parts, next }
}

function grouped(parts: Part[], isNot: boolean): Part[] {
  const of = parts.filter((part) => !part.isNot).map(({ clause }) => clause)
  const rest = parts.filter((part) => part.isNot)
  return of.length === 0 ? rest : [{ clause: { kind: 'all', of }, isNot, isStop: false }, ...rest]
}

/** `a OR b`: the whole of what was typed without a blank on the right. */
function either(before: Part, own: Part[]): Part {
  const right = own.filter(({ isNot }) => !isNot).map(({ clause }) => clause)
  if (right.length === 0) return before
  const of = before.clause.kind === 'any' ? before.clause.of : [before.clause]
  const alternative: Clause = right.length === 1 && right[0] ? right[0] : { kind: 'all', of: right }
  return { clause: { kind: 'any', of: [...of, alternative].slice(0, MOST_ALTERNATIVES) }, isNot: before.isNot, isStop: false }
}

function partsOf({ kind, text, field: name, isNot }: Extract<Piece, { text: string }>, known: Known): Part[] {
  const field = fieldNamed(name)
  const part = (clause: Clause, isStop = false): Part => ({ clause, isNot, isStop })
  if (field === 'year' || field === 'isbn') {
    const clause = field === 'year' ? yearsClause(text) : isbnClause(text)
    return clause ? [part(clause)] : partsOf({ kind, text, field: null, isNot }, known)
  }
  const whole = name !== null && field === undefined ? `${name} ${text}` : text
  if (kind === 'phrase') {
    const keys = keysIn(whole, known)
    return keys.length === 0 ? [] : [part({ kind: 'phrase', keys, field: field ?? null })]
  }
  const isbn = normalizeIsbn(whole)
  if (isbn && isValidIsbn(isbn)) return [part({ kind: 'tokens', tokens: isbnTokens(whole) })]
  return wordParts(whole, field ?? null, known, part)
}

function isbnTokens(text: string): string[] {
  const clause = isbnClause(text)
  return clause?.kind === 'tokens' ? clause.tokens : []
}

const LEAST_BEGINNING = 3

function wordParts(text: string, field: Field | null, known: Known, part: (clause: Clause, isStop?: boolean) => Part): Part[] {
  const asked = askedWords(text, known)
  const isBeginning = /^[^*?]+\*$/.test(text)
  return asked.map(({ part: token, terms, isStop }, place) => {
    const key = indexLetters(token.key)
    const beginning = isBeginning && place === asked.length - 1 && key.length >= LEAST_BEGINNING
    const word: QueryWord = { written: token.word, key, stems: beginning ? [key] : terms.map(indexLetters), field, beginning }
    const isYear = field === null && /^(1[4-9]|20)\d\d$/.test(token.key)
    const clause: Clause = { kind: 'word', word }
    return part(
      isYear ? { kind: 'any', of: [clause, { kind: 'tokens', tokens: [yearToken(Number(token.key))] }] } : clause,
      isStop && field === null && !beginning,
    )
  })
}

/** Text that leaves nothing to look for: it finds nothing, rather than everything. */
export function asksNothing(text: string, { must, mustNot }: ParsedQuery): boolean {
  return text.trim() !== '' && must.length === 0 && mustNot.length === 0
}
