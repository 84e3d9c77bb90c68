import { indexLetters } from '../index/letters.ts'
import { askedWords } from '../text/analyse.ts'
import { keyOf } from '../text/fold.ts'
import { otherLayoutReadings } from '../text/keyboard-layout.ts'
import { sortKey } from '../text/sort-key.ts'

/** What was typed so far: whole words, and the beginning of the one that is being typed, in index letters. */
export interface Typed {
  words: string[][]
  beginning: string
  /** The beginning in the Cyrillic letters of a key, for headings. */
  headingKey: string
  /** All of it, as titles are sorted. */
  titleKey: string
}

/** Signs before a Latin letter that are letters on a Russian layout: `[fy` is хан. */
const LETTERS_ELSEWHERE = /[[\];,](?=[a-z])/i
/** Where a Kazakh layout has letters, and so may say more than a Russian one. */
const DIGIT_ROW = /[0234589=-]/
/** After whole words so few letters say nothing. */
const HALF_A_WORD = 2
/** A Latin letter after which another may still make one sound of the two: s of sh, z of zh. */
const HALF_A_SOUND = /[szckgtyj'’`]$/i

/** The ways to read what was typed, the likeliest first: as it stands, on another layout, before half a sound. */
export function readingsOf(text: string): Typed[] {
  const half = HALF_A_SOUND.test(text) && text.length > 1 ? typedIn(text.slice(0, -1)) : undefined
  const others = otherLayoutReadings(text).slice(0, DIGIT_ROW.test(text) ? 2 : 1)
  const readings = (LETTERS_ELSEWHERE.test(text) ? [...others, text] : [text, ...others]).map(typedIn)
  if (half && (half.words.length === 0 || half.beginning.length > HALF_A_WORD)) readings.push(half)
  const typed = readings.filter(({ words, beginning }) => beginning !== '' || words.length > 0)
  const names = typed.map(({ words, beginning }) => JSON.stringify([words, beginning]))
  return typed.filter((_, place) => names.indexOf(names[place] ?? '') === place)
}

function typedIn(text: string): Typed {
  const isComplete = /[\s,.:;!?]$/.test(text)
  const words = askedWords(text)
  const last = isComplete ? undefined : words.at(-1)
  const before = last ? words.slice(0, -1) : words
  const headingKey = last ? keyOf(last.part.word) : ''
  return {
    words: before.map(({ terms }) => terms.map(indexLetters)),
    beginning: indexLetters(headingKey),
    headingKey: before.length === 0 ? headingKey : [...before.map(({ part }) => part.key), headingKey].join(' '),
    titleKey: `${sortKey(text)}${isComplete ? ' ' : ''}`,
  }
}
