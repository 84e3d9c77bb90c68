import type { Random } from '../../../db/seed/random.ts'

const KEYBOARDS = ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const SCANNED: Record<string, string> = { ө: 'е', ұ: 'у', ғ: 'г', л: 'п', г: 'т', а: 'э', ә: 'а', н: 'п', м: 'н', ң: 'н', е: 'ө', д: 'ц' }
const HEARD: Record<string, string> = { о: 'а', а: 'о', е: 'и', и: 'е', ө: 'у', ү: 'у', б: 'п', д: 'т', з: 'с', г: 'к', в: 'ф' }

type Misspell = (letters: readonly string[], random: Random) => string | undefined

const placeIn = (letters: readonly string[], random: Random) => random.between(1, letters.length - 1)
const changed = (letters: readonly string[], place: number, ...instead: string[]) => letters.toSpliced(place, 1, ...instead).join('')

function neighbour(letter: string, random: Random): string | undefined {
  const row = KEYBOARDS.find((keys) => keys.includes(letter)) ?? ''
  const at = row.indexOf(letter)
  return at < 0 ? undefined : (row[at + (random.chance(0.5) ? 1 : -1)] ?? row[at - 1])
}

const throughTable =
  (table: Record<string, string>): Misspell =>
  (letters, random) => {
    const places = letters.flatMap((letter, place) => (table[letter] ? [place] : []))
    const [first, ...others] = places
    if (first === undefined) return undefined
    const place = random.pick([first, ...others])
    return changed(letters, place, table[letters[place] ?? ''] ?? '')
  }

/** The ways in which a word goes wrong, each with one mistake; the last with two. The first letter is mostly right. */
export const MISSPELLINGS: Record<string, Misspell> = {
  'a letter missed': (letters, random) => changed(letters, placeIn(letters, random)),
  'a letter too many': (letters, random) => {
    const place = placeIn(letters, random)
    const letter = letters[place] ?? ''
    return changed(letters, place, letter, neighbour(letter, random) ?? letter)
  },
  'two letters exchanged': (letters, random) => {
    const place = random.between(0, letters.length - 2)
    const [one = '', other = ''] = letters.slice(place, place + 2)
    return one === other ? undefined : letters.toSpliced(place, 2, other, one).join('')
  },
  'the neighbouring key': (letters, random) => {
    const place = placeIn(letters, random)
    const near = neighbour(letters[place] ?? '', random)
    return near && changed(letters, place, near)
  },
  'as it is heard': throughTable(HEARD),
  'as a scanner reads it': throughTable(SCANNED),
  'two mistakes': (letters, random) => {
    const first = MISSPELLINGS['the neighbouring key']?.(letters, random)
    return first && MISSPELLINGS['a letter missed']?.([...first], random)
  },
}
