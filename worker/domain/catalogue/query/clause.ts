export type Field = 'title' | 'author' | 'series' | 'subject' | 'note' | 'shelfmark'

/** A word to be found, in index letters. */
export interface QueryWord {
  /** As typed: lower case, look-alikes repaired. */
  written: string
  key: string
  /** All terms any of which will do, the key first. */
  stems: string[]
  field: Field | null
  /** Typed with a star: the beginning of a word. */
  beginning: boolean
}

export type Clause =
  | { kind: 'word'; word: QueryWord }
  | { kind: 'phrase'; keys: string[]; field: Field | null }
  | { kind: 'tokens'; tokens: string[] }
  | { kind: 'any'; of: Clause[] }
  | { kind: 'all'; of: Clause[] }
