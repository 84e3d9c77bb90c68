import { analyse, spellings } from './analyse.ts'
import { closeKey, keyOf } from './fold.ts'
import { numberWords } from './number-words.ts'
import { personNames } from './person-names.ts'
import { placeNames } from './place-names.ts'

const lines = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split(' '))

const termsOf = (words: string[]) => analyse(words.join(' ')).flatMap((token) => spellings(token))

/** By the key of a name, the terms of all names on its lines. */
const sameNames = new Map<string, string[]>()
function addLine(names: string[], terms: string[]): void {
  for (const name of names) sameNames.set(name, [...(sameNames.get(name) ?? []), ...terms])
}
for (const line of lines(placeNames)) {
  const keys = line.map((name) => keyOf(name.replaceAll('-', '')))
  addLine(keys, keys)
}
for (const line of lines(personNames)) addLine(line.map(keyOf), termsOf(line))

/** Only from the digits to the words: 3 stands in half the shelf marks. */
const spelledOut = new Map(lines(numberWords).map(([digits = '', ...words]) => [digits, termsOf(words)]))

/** Other terms for the same place, person or number: Казахстан for қазақстан, Shakespeare for Шекспир, Дулатұлы for Дулатов. */
export function otherNames(terms: readonly string[]): string[] {
  const [key = ''] = terms
  const names = [...terms.flatMap((term) => sameNames.get(term) ?? []), ...(spelledOut.get(key) ?? []), ...otherFamilyNames(key)]
  return [...new Set(names)].filter((name) => !terms.includes(name))
}

/** -ов and -ұлы are one family: Құнанбаев and Құнанбайұлы. */
function otherFamilyNames(key: string): string[] {
  const russian = /^(.{3,}?)[ое]ва?$/.exec(key)?.[1]
  if (russian !== undefined) return [`${russian}ули`, ...(/[аеиоу]$/.test(russian) ? [closeKey(`${russian}иули`)] : [])]
  const kazakh = /^(.{3,}?)(?:ули|кизи)$/.exec(key)?.[1]
  return kazakh === undefined ? [] : kazakh.endsWith('и') ? [`${kazakh.slice(0, -1)}ев`, `${kazakh}ев`] : [`${kazakh}ов`, `${kazakh}ев`]
}
