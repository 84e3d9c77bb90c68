export type Field = 'title' | 'author' | 'series' | 'subject' | 'note' | 'shelfmark'

/** A word to be found, in index letters. */
export interface QueryWord {
  /** As typed: lower case, look-alikes repaired. */
  written: string
  key: string
  /** All terms any of which will do, the key first. */
  stems: string[]
  /** Other names of the same place or person, or what else a misspelt word may have been meant to be: they will do as well. */
  others: string[]
  /** Filters that will do as well: the year 1984 for the title «1984», an ISBN. */
  tokens: string[]
  field: Field | null
  /** Typed with a star: the beginning of a word. */
  beginning: boolean
  /** One of several alternatives: a hit may do without it. */
  optional: boolean
  /** In quotes: only the key will do. */
  quoted: boolean
}

export type Clause =
  | { kind: 'word'; word: QueryWord }
  | { kind: 'phrase'; words: QueryWord[]; field: Field | null }
  | { kind: 'tokens'; tokens: string[] }
  | { kind: 'any'; of: Sequence[] }

/** All of `must` and nothing of `mustNot`. */
export interface Sequence {
  must: Clause[]
  mustNot: Clause[]
}
