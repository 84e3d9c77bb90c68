/** How many copies there are, and how many can be had now. */
interface CopyCount {
  total: number
  available: number
}

type ReasonField = 'title' | 'author' | 'series' | 'subject' | 'note' | 'shelfmark' | 'isbn' | 'year'

/**
 * Why a hit is there. For a word, as typed: where it was found and how. `spelling` is the very word, `letters` the same word in
 * other letters (script, alphabet, keyboard), `ending` another grammatical form, `variant` another name of the author or another
 * title of the work, `beginning` a word that begins so, `corrected` the word it was taken for. For the whole hit: the title itself, its start, the phrase, many loans.
 */
export type Reason =
  | {
      how: 'spelling' | 'letters' | 'ending' | 'variant' | 'beginning' | 'corrected'
      word: string
      found: string | null
      field: ReasonField
    }
  | { how: 'whole-title' | 'title-start' | 'phrase' | 'popular' }

export type WordReason = Extract<Reason, { word: string }>

/** A line of a search's answer. */
export interface Hit {
  id: number
  title: string
  author: string | null
  year: number | null
  language: string
  shelfmark: string | null
  copies: CopyCount
  /** Only when the question was `explain=1`. */
  why?: Reason[]
}

export interface Availability extends CopyCount {
  id: number
}
