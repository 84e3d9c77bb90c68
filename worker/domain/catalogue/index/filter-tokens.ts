import { analyse } from '../text/analyse.ts'
import { hash } from './hash.ts'

/** In every record: what a search without words matches. */
export const EVERY_RECORD = 'qz'
/** Of none: what comes after such a first choice is looked for at once. */
export const NO_RECORD = 'qnone'

export const branchToken = (branchId: number) => `qb${branchId}`
export const languageToken = (language: string) => `ql${language}`
export const yearToken = (year: number) => `qn${year}`
/** `decade` is the first year: 1990. */
export const decadeToken = (decade: number) => `qd${Math.floor(decade / 10)}`
export const contentGroupToken = (group: string) => `qg${group.replaceAll('-', '')}`
export const isbnToken = (isbn13: string) => `qi${isbn13.toLowerCase()}`
/** A class by its first digits: 84(5) is found under 8 and 84. */
export const classToken = (digits: string) => `qc${digits}`
export const authorToken = (name: string) => `qa${nameHash(name)}`
export const subjectToken = (subject: string) => `qs${nameHash(subject)}`
/** However its words are parted: ақкеме has the token of ақ кеме. */
export const wholeTitleToken = (titleKeys: string) => `qh${hash(unparted(titleKeys))}`
export const firstWordToken = (key: string) => `y${key}`
/** A short word exactly as written: ат and әт have one key. */
export const spellingToken = (word: string) => `qw${word}`

/** Keys without blanks; the letter in which one ends and the next begins is one, as it is in a key. */
export const unparted = (keys: string) => keys.replaceAll(' ', '').replace(/([a-z])\1+/g, '$1')

const MOST_REMEMBERED = 5_000
const remembered = new Map<string, string>()

/** The same heading however it is spelt; headings repeat, and are hashed once. */
function nameHash(name: string): string {
  const before = remembered.get(name)
  if (before !== undefined) return before
  const keys = analyse(name).flatMap(({ isWhole, key }) => (isWhole ? [] : [key]))
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  const own = hash(keys.join(' '))
  remembered.set(name, own)
  return own
}

/** Ranges of a sort: level 0 has about 256 records in each, every level above 16 times as many. */
export const RANGE_LEVELS = 2
export const RANGE_BITS = 8
export const LEVEL_BITS = 4
export const rangePrefix = (sort: 'title' | 'author' | 'newest', level: number) => `qo${sort.charAt(0)}${level}x`

const LATEST = 2 ** 30

/** The ranges of a record in the order of addition, the latest first, one for each level: they need no table to be found. */
export function newestRanges(recordId: number): number[] {
  return Array.from({ length: RANGE_LEVELS }, (_, level) => (LATEST - recordId) >>> (RANGE_BITS + level * LEVEL_BITS))
}

export const newestTokens = (recordId: number) => newestRanges(recordId).map((number, level) => rangePrefix('newest', level) + number)

/** Years come the latest first; a record without one is of the year 0. */
export const yearRange = (year: number | undefined) => 9_999 - (year ?? 0)
