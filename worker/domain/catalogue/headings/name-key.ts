import { keyOf } from '../text/fold.ts'
import { tokenise } from '../text/tokenise.ts'

export type NameKind = 'person' | 'body'

interface Forename {
  key: string
  /** An initial or another abbreviation: `М.`, `Дж.` */
  isShort: boolean
}

/** A person's name taken apart: `Әуезов, Мұхтар Омарханұлы`. A body's name is one piece. */
interface TakenApart {
  surname: string
  forenames: Forename[]
}

const LONGEST_KEY = 160
// Омарханұлы, Омарханович and Омархановна are one father.
const PATRONYMIC = /(?<=.{3})(?:ули|кизи|ович|евич|овна|евна|ична)$/

const keysOf = (text: string) =>
  tokenise(text)
    .map(({ parts }) => parts.map(keyOf).join(''))
    .filter(Boolean)

export function takeApart(name: string): TakenApart {
  const [first, rest] = surnameFirst(name.trim())
  const pieces = rest.split(/[\s,]+/).flatMap((piece) => piece.match(/[^.]+\.?/g) ?? [])
  const forenames = pieces.flatMap((piece) => {
    const key = keysOf(piece).join('').replace(PATRONYMIC, '')
    return key === '' || /^\d/.test(key) ? [] : [{ key, isShort: isShort(piece) }]
  })
  return { surname: keysOf(first).join(' '), forenames }
}

/** Without a comma the last word is the surname, unless it is an initial: `Марк Твен`, `Krol E.` */
function surnameFirst(name: string): [surname: string, forenames: string] {
  const comma = name.indexOf(',')
  if (comma > 0) return [name.slice(0, comma), name.slice(comma + 1)]
  const words = name.split(/\s+/)
  const surname = isShort(words.at(-1) ?? '') ? words.shift() : words.pop()
  return [surname ?? '', words.join(' ')]
}

function isShort(piece: string): boolean {
  const letters = piece.replace(/[^\p{L}]/gu, '')
  return letters.length === 1 || (piece.endsWith('.') && letters.length <= 3)
}

/** The same for every spelling of one name in any script. */
export function nameKey(name: string, kind: NameKind): string {
  if (kind === 'body') return keysOf(name).join(' ').slice(0, LONGEST_KEY)
  const { surname, forenames } = takeApart(name)
  return [surname, ...forenames.map(({ key }) => key)].join(' ').slice(0, LONGEST_KEY)
}

/** Where to look for other forms of the name: the surname and the first initial; of a body, its key. */
export function nameBlock(name: string, kind: NameKind): string {
  if (kind === 'body') return nameKey(name, kind)
  const { surname, forenames } = takeApart(name)
  return `${surname} ${forenames[0]?.key.charAt(0) ?? ''}`.slice(0, LONGEST_KEY)
}

/** One person, as far as two names can tell: one surname, and of each forename one is the other or its initial. */
export function mayBeOnePerson(one: string, other: string): boolean {
  const [a, b] = [takeApart(one), takeApart(other)]
  if (a.surname !== b.surname || a.forenames.length === 0 || b.forenames.length === 0) return false
  return a.forenames.every((forename, place) => {
    const opposite = b.forenames[place]
    return opposite === undefined || mayBeOne(forename, opposite)
  })
}

function mayBeOne(a: Forename, b: Forename): boolean {
  return a.key === b.key || (a.isShort && b.key.startsWith(a.key)) || (b.isShort && a.key.startsWith(b.key))
}

/** Two people share a name; the years of birth tell them apart when both are known. */
export function yearsDiffer(one: string | undefined, other: string | undefined): boolean {
  const [a, b] = [one, other].map((years) => /\d{4}/.exec(years ?? '')?.[0])
  return a !== undefined && b !== undefined && a !== b
}
