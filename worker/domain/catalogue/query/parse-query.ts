import { indexLetters } from '../index/letters.ts'
import { analyse } from '../text/analyse.ts'
import { healed } from '../text/tokenise.ts'
import { balanced } from './balance.ts'
import type { QueryWord, Sequence } from './clause.ts'
import { clausesOf, wordsIn } from './clauses.ts'
import { isbnsInOnePiece } from './isbns-in-text.ts'
import { type Lexeme, lexemes } from './lexemes.ts'
import { matchOf } from './match.ts'

/** A query understood. Nothing in it is syntax any more. */
export interface ParsedQuery extends Sequence {
  /** The words of `must` in order: what ranking and explaining work with. */
  words: QueryWord[]
  /** The keys of all words typed, stop words too; empty when the query is more than words and phrases. */
  typed: string
  /** The same for the same question typed in two ways. */
  canonical: string
}

/** More is not read, so that no text whatever costs more. */
const MOST_LETTERS = 600

/** Any text is a query; what is no syntax is words. Stop words are looked for only when nothing else is there. */
export function parseQuery(text: string, known?: ReadonlySet<string>): ParsedQuery {
  const read = healed(isbnsInOnePiece(narrow(text.slice(0, MOST_LETTERS))))
  const found = balanced(lexemes(read))
  const { must, mustNot } = clausesOf(found, known)
  const words = wordsIn(must)
  const typed = isPlain(found) ? keysIn(read, known) : ''
  const canonical = [matchOf({ must, mustNot }), words.map(({ written }) => written).join(' '), typed].join('\n')
  return { must, mustNot, words, typed, canonical }
}

/** What an East Asian keyboard writes wide. */
const narrow = (text: string) => text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))

/** Text that leaves nothing to look for: it finds nothing, rather than everything. */
export function asksNothing(text: string, { must, mustNot }: Sequence): boolean {
  return text.trim() !== '' && must.length === 0 && mustNot.length === 0
}

function isPlain(found: Lexeme[]): boolean {
  return found.every((lexeme) => {
    if (lexeme.kind === 'text') return !lexeme.text.endsWith('*')
    return lexeme.kind === 'quoted' || lexeme.kind === 'open' || lexeme.kind === 'close'
  })
}

function keysIn(text: string, known: ReadonlySet<string> | undefined): string {
  const keys = analyse(text, known).flatMap(({ key, isWhole }) => (isWhole ? [] : [indexLetters(key)]))
  return keys.join(' ')
}
