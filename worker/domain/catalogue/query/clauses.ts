import type { Clause, Field, QueryWord, Sequence } from './clause.ts'
import type { FieldName } from './field-names.ts'
import type { Lexeme } from './lexemes.ts'
import { isIsbn, onlyIsbn, phraseWords, queryWords } from './query-words.ts'
import { yearTokens } from './year-tokens.ts'

/** Later ones are not looked for: adding words to a query never finds more. */
const MOST_WORDS = 24
const MOST_ALTERNATIVES = 10

type Known = ReadonlySet<string> | undefined

interface Part {
  clauses: Clause[]
  isStop: boolean
}

interface Place {
  field: FieldName | null
  optional: boolean
}

/** `a b OR c` is (a b) or c. The parentheses must be balanced. */
export function clausesOf(all: readonly Lexeme[], known: Known): Sequence {
  let next = 0
  let words = MOST_WORDS
  let stopWords = MOST_WORDS
  let alternativesLeft = MOST_ALTERNATIVES
  return alternatives({ field: null, optional: false })

  function alternatives(place: Place): Sequence {
    const optional = place.optional || hasAlternatives()
    const found: Sequence[] = []
    do {
      if (found.length > 0 && alternativesLeft <= 1) {
        next = endOfSequence()
        continue
      }
      const sequence = readSequence({ ...place, optional })
      if (sequence.must.length + sequence.mustNot.length === 0) continue
      if (found.length > 0) alternativesLeft -= 1
      found.push(sequence)
    } while (all[next++]?.kind === 'or')
    const [only] = found
    if (found.length > 1) return { must: [{ kind: 'any', of: found }], mustNot: [] }
    return only ?? { must: [], mustNot: [] }
  }

  function hasAlternatives(): boolean {
    return all[endOfSequence()]?.kind === 'or'
  }

  /** Where an `OR`, or what closes the parentheses around it, ends the sequence that is next. */
  function endOfSequence(): number {
    let depth = 0
    for (let at = next; at < all.length; at += 1) {
      const kind = all[at]?.kind
      if (depth === 0 && (kind === 'or' || kind === 'close')) return at
      if (kind === 'open') depth += 1
      if (kind === 'close') depth -= 1
    }
    return all.length
  }

  function readSequence(place: Place): Sequence {
    const parts: Part[] = []
    const mustNot: Clause[] = []
    let isNot = false
    for (let lexeme = all[next]; lexeme && lexeme.kind !== 'or' && lexeme.kind !== 'close'; lexeme = all[next]) {
      if (lexeme.kind === 'not') isNot = true
      if (lexeme.kind === 'not' || lexeme.kind === 'and') {
        next += 1
        continue
      }
      const read = readParts(isNot ? { ...place, optional: true } : place)
      if (isNot) mustNot.push(...together(read.flatMap(({ clauses }) => clauses)))
      else parts.push(...read)
      isNot = false
    }
    const telling = parts.filter(({ isStop }) => !isStop)
    return { must: distinct((telling.length > 0 ? telling : parts).flatMap(({ clauses }) => clauses)), mustNot: distinct(mustNot) }
  }

  function readParts(place: Place): Part[] {
    const lexeme = all[next]
    next += 1
    switch (lexeme?.kind) {
      case 'field': {
        const after = all[next]?.kind
        // The last of several fields counts (`title:author:абай`), and none before a sign (`author:-абай`).
        if (after === 'field' || after === 'not') return []
        if (after !== 'text' && after !== 'quoted' && after !== 'open') return wordParts(lexeme.text, place.field, place.optional)
        return readParts({ ...place, field: lexeme.field })
      }
      case 'open': {
        const { must, mustNot } = alternatives(place)
        return mustNot.length > 0
          ? [{ clauses: [{ kind: 'any', of: [{ must, mustNot }] }], isStop: false }]
          : must.map((clause) => ({ clauses: [clause], isStop: false }))
      }
      case 'text':
      case 'quoted':
        return textParts(lexeme, place)
      default:
        return []
    }
  }

  function textParts({ kind, text }: { kind: 'text' | 'quoted'; text: string }, { field, optional }: Place): Part[] {
    if (field === 'isbn')
      return /\d/.test(text)
        ? [{ clauses: [{ kind: 'word', word: onlyIsbn(text, optional) }], isStop: false }]
        : wordParts(text, null, optional)
    if (field === 'year') {
      const tokens = yearTokens(text.trim())
      return tokens ? [{ clauses: [{ kind: 'tokens', tokens }], isStop: false }] : wordParts(text, null, optional)
    }
    if (field === null && isIsbn(text)) return wordParts(text, null, optional)
    if (kind === 'text' && (field !== 'shelfmark' || text.endsWith('*'))) return wordParts(text, field, optional)
    // A name has no order: Мұхтар Әуезов stands as Әуезов, Мұхтар; initials may be printed in full.
    if (field === 'author') return text.split(/[\s,.]+/).flatMap((name) => (/^\p{L}?$/u.test(name) ? [] : wordParts(name, field, optional)))
    const phrase = phraseWords(text, { field, optional }, known).slice(0, words)
    words -= phrase.length
    return phrase.length === 0 ? [] : [{ clauses: [{ kind: 'phrase', words: phrase, field }], isStop: false }]
  }

  function wordParts(text: string, field: FieldName | null, optional: boolean): Part[] {
    if (words <= 0 || stopWords <= 0) return []
    return queryWords(text, { field: columnOf(field), optional }, known).flatMap(({ word, isStop }) => {
      if ((isStop ? stopWords-- : words--) <= 0) return []
      return [{ clauses: [{ kind: 'word' as const, word }], isStop }]
    })
  }
}

function columnOf(field: FieldName | null): Field | null {
  return field === 'year' || field === 'isbn' ? null : field
}

/** `-іс-шара` takes out what has both halves. */
function together(clauses: Clause[]): Clause[] {
  return clauses.length > 1 ? [{ kind: 'any', of: [{ must: clauses, mustNot: [] }] }] : clauses
}

function distinct(clauses: Clause[]): Clause[] {
  if (clauses.length < 2) return clauses
  const seen = new Set<string>()
  return clauses.filter((clause) => {
    const text = JSON.stringify(clause)
    if (seen.has(text)) return false
    seen.add(text)
    return true
  })
}

/** The words of what a hit must have, in the order of the query. */
export function wordsIn(clauses: readonly Clause[]): QueryWord[] {
  return clauses.flatMap((clause) => {
    if (clause.kind === 'word') return [clause.word]
    if (clause.kind === 'phrase') return clause.words
    return clause.kind === 'any' ? clause.of.flatMap(({ must }) => wordsIn(must)) : []
  })
}
