const kazakhAlphabet = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя'
const places = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnop'
/** Letters of the Latin alphabets of 2018 to 2021 by the letter they come after; those of one word are one letter. */
const latinLetters = { a: 'äá', c: 'ç', g: 'ğǵ', n: 'ñńŋ', o: 'öó', s: 'ş', u: 'ū üú', y: 'ý' }
const arabicAlphabet = 'اٵبۆگعدەجزيكقلمنڭوٶپرستۋۇٷفحھچشىٸ'
const hamza = 'ءٴ'

/** Later than any letter of a word that goes on. */
const AFTER = '\x7f'
const BEFORE_ARABIC = 0x600

const placeOf: ReadonlyMap<string, string> = new Map([
  ...[...kazakhAlphabet].map((letter, place): [string, string] => [letter, places.charAt(place)]),
  ['ı', '~i'],
  ...Object.entries(latinLetters).flatMap(([base, groups]) =>
    groups
      .split(' ')
      .flatMap((letters, place) => [...letters].map((letter): [string, string] => [letter, `~${base}${AFTER.repeat(place + 1)}`])),
  ),
  ...[...arabicAlphabet].map((letter, place): [string, string] => [letter, String.fromCharCode(BEFORE_ARABIC + place)]),
  ...[...hamza].map((sign): [string, string] => [sign, '']),
])

/**
 * A key whose binary order is the Kazakh alphabet's: numbers by value, then Cyrillic, then Latin, then the rest;
 * case and punctuation do not count and a shorter title comes first. For an indexed column, SQLite having no ICU.
 */
export function sortKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ə', 'ә')
    .replaceAll('ɵ', 'ө')
    .replace(/['ʼ’]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
    .replace(/[0-9]+|[^0-9 ]/gu, (piece) => (/[0-9]/.test(piece) ? numberPlace(piece) : letterPlace(piece)))
}

/** By author, then by title; works without an author come last. */
export function authorSortKey(author: string | undefined, titleSort: string): string {
  return `${sortKey(author ?? '') || '\uffff'}\t${titleSort}`
}

/** By the label of a heading; one of signs alone comes last. Never empty: that means not yet sorted. */
export function headingSort(label: string): string {
  return sortKey(label) || '\uffff'
}

/** The count of digits first, so that том 2 comes before том 10. */
function numberPlace(digits: string): string {
  const value = digits.replace(/^0+(?=.)/, '')
  return `${Math.min(value.length, 9)}${value}`
}

function letterPlace(letter: string): string {
  const place = placeOf.get(letter)
  if (place !== undefined) return place
  const bare = letter.normalize('NFKD').replace(/\p{M}/gu, '')
  return /^[a-z]+$/.test(bare) ? `~${bare}` : (placeOf.get(bare) ?? bare)
}
