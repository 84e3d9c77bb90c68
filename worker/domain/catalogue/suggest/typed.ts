import { indexLetters } from '../index/letters.ts'
import { askedWords } from '../text/analyse.ts'
import { keyOf } from '../text/fold.ts'
import { otherLayoutReadings } from '../text/keyboard-layout.ts'

/** What was typed so far: whole words, and the beginning of the one that is being typed, in index letters. */
export interface Typed {
  words: string[][]
  beginning: string
  /** The beginning in the Cyrillic letters of a key, for headings. */
  headingKey: string
}

/** A Latin letter after which another may still make one sound of the two: s of sh, z of zh. */
const HALF_A_SOUND = /[szckgtyj'’`]$/i

/** The ways to read what was typed, the likeliest first: as it stands, before half a sound, on another layout. */
export function readingsOf(text: string): Typed[] {
  const readings = [
    text,
    ...(HALF_A_SOUND.test(text) && text.length > 1 ? [text.slice(0, -1)] : []),
    ...otherLayoutReadings(text).slice(0, 1),
  ]
  const typed = readings.map(typedIn).filter(({ words, beginning }) => beginning !== '' || words.length > 0)
  return typed.filter(({ beginning, words }, place) => {
    return !typed.slice(0, place).some((other) => other.beginning === beginning && other.words.length === words.length)
  })
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
  }
}
