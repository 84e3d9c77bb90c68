import type { Random } from '../../../db/seed/random.ts'
import { type QuestionClass, searchPath, suggestionPath } from './question.ts'
import { wantedTitle } from './wanted-title.ts'

const LETTERS = [...'абвгдежзиклмнопрстуфхцчшщыэюяәғқңөұүіһabcdefghijklmnopqrstuvwxyz0123456789']
const JUNK = [...LETTERS, ...'"*():^-+{}<>=~!?.,;%_\'\\/ \t', '\u0000', '😀', 'ى', '漢']

const drawn = (letters: readonly string[], count: number, random: Random) =>
  Array.from({ length: count }, () => letters[random.between(0, letters.length - 1)] ?? '').join('')

/** Nobody means these, and everybody may send them. */
export const HOSTILE_QUESTIONS: readonly QuestionClass[] = [
  {
    name: 'forty words',
    kind: 'search',
    invent: ({ vocabularies }, random) => {
      const words = Array.from({ length: 40 }, () => vocabularies[random.chance(0.5) ? 'kaz' : 'rus'].draw(random))
      return { path: searchPath(words.join(' ').slice(0, 480)), plain: { words } }
    },
  },
  {
    name: 'forty words, any of them',
    kind: 'search',
    invent: ({ vocabularies }, random) => {
      const words = Array.from({ length: 40 }, () => vocabularies[random.chance(0.5) ? 'kaz' : 'rus'].draw(random).slice(0, 7))
      return { path: searchPath(words.join(' OR ').slice(0, 480)), plain: { words, any: true } }
    },
  },
  { name: 'one letter', kind: 'search', invent: (_, random) => letter(drawn(LETTERS, 1, random)) },
  { name: 'junk of 500 letters', kind: 'search', invent: (_, random) => ({ path: searchPath(drawn(JUNK, 480, random)) }) },
  { name: 'junk of 10,000 letters', kind: 'refused', invent: (_, random) => ({ path: searchPath(drawn(JUNK, 10_000, random)) }) },
]

const letter = (q: string) => ({ path: searchPath(q), plain: { words: [q] } })

/** The first letters of a title's word or of an author, as somebody types them. */
export const SUGGESTIONS: readonly QuestionClass[] = [1, 2, 3, 4, 6].map((letters) => ({
  name: `suggestion after ${letters} letter${letters === 1 ? '' : 's'}`,
  kind: 'suggestion' as const,
  invent: (catalogue, random) => {
    const wanted = wantedTitle(catalogue, random, { hasAuthor: true })
    const words = random.chance(0.5) ? wanted.description.title.toLowerCase() : (wanted.description.author ?? '').toLowerCase()
    const typed = words.slice(0, letters)
    return { path: suggestionPath(typed), plain: { words: [typed], beginning: true } }
  },
}))
