/** Letters that are taken for one another, in index letters, and what that costs: 1 is a mistake like any other. */
const KEYBOARD_ROWS = ['ixukengwwzh', 'fivaprolde', 'qcsmitby']
const SEEN_ALIKE = ['oe', 'ea', 'da', 'pl', 'gt', 'xd', 'hn', 'hk', 'mn', 'uo', 'iu', 'wc', 'zs', 'bp', 'dt', 'gk', 'vf', 'zj', 'ao']

const NEAR = 0.6
const EXCHANGE = 0.7
/** A vowel is missed or added more easily than a consonant. */
const passed = (letter: string) => ('aeiouyq'.includes(letter) ? 0.8 : 1)

const LETTERS = Array.from({ length: 26 }, (_, place) => String.fromCharCode(97 + place))
const near = new Set([
  ...KEYBOARD_ROWS.flatMap((row) => Array.from(row.slice(1), (letter, place) => [row[place], letter].join(''))),
  ...SEEN_ALIKE,
])
const substitution = (one: string, other: string) => (one === other ? 0 : near.has(one + other) || near.has(other + one) ? NEAR : 1)

/** The costs of every letter and of every two: a misspelt word is held against hundreds. Other characters are one more letter. */
const KINDS = LETTERS.length + 1
const PASSED = Float64Array.from([...LETTERS.map(passed), 1])
const LEAST_PASSED = Math.min(...PASSED)
const CHANGED = Float64Array.from(
  [...LETTERS, ''].flatMap((one) => [...LETTERS, ''].map((other) => (one === '' && other === '' ? 1 : substitution(one, other)))),
)

/** Words are held against one another one pair at a time. */
let letters = new Uint8Array(64)
let costs = new Float64Array(64 * 64)

/**
 * Damerau's distance: letters missed, added, changed (less when they are near on a keyboard or look alike) or exchanged. One that
 * is more than `most` is infinite: it is not worked out to its end.
 */
export function distance(one: string, other: string, most = Number.POSITIVE_INFINITY): number {
  if (Math.abs(one.length - other.length) * LEAST_PASSED > most) return Number.POSITIVE_INFINITY
  if (most < Number.POSITIVE_INFINITY && leastDistance(one, other) > most) return Number.POSITIVE_INFINITY
  const width = other.length + 1
  if (letters.length < width) letters = new Uint8Array(2 * width)
  if (costs.length < (one.length + 1) * width) costs = new Float64Array(2 * (one.length + 1) * width)
  for (let j = 1; j < width; j += 1) {
    letters[j - 1] = kindAt(other, j - 1)
    costs[j] = (j === 1 ? 0 : at(costs, j - 1)) + at(PASSED, at(letters, j - 1))
  }
  costs[0] = 0
  let leastBefore = 0
  for (let i = 1; i <= one.length; i += 1) {
    const a = kindAt(one, i - 1)
    const line = i * width
    let leastHere = at(costs, line - width) + at(PASSED, a)
    costs[line] = leastHere
    for (let j = 1; j < width; j += 1) {
      const b = at(letters, j - 1)
      const isSame = one.charCodeAt(i - 1) === other.charCodeAt(j - 1)
      const changed = at(costs, line - width + j - 1) + (isSame ? 0 : at(CHANGED, a * KINDS + b))
      let least = Math.min(at(costs, line - width + j) + at(PASSED, a), at(costs, line + j - 1) + at(PASSED, b), changed)
      if (i > 1 && j > 1 && isExchanged(one, i, other, j)) least = Math.min(least, at(costs, line - 2 * width + j - 2) + EXCHANGE)
      costs[line + j] = least
      if (least < leastHere) leastHere = least
    }
    if (Math.min(leastHere, leastBefore + EXCHANGE) > most) return Number.POSITIVE_INFINITY
    leastBefore = leastHere
  }
  const whole = at(costs, one.length * width + other.length)
  return whole > most ? Number.POSITIVE_INFINITY : whole
}

/** Each letter that only one of them has was missed, added or changed; of a change each has one. */
function leastDistance(one: string, other: string): number {
  const [ours, theirs] = [lettersOf(one), lettersOf(other)]
  return Math.max(leastAdded(ours, theirs), leastAdded(theirs, ours))
}

/** What those letters cost at least that the other word does not have, wherever they stand. */
export const leastAdded = (letters: number, others: number) => NEAR * bitsIn(letters & ~others)

/** Which letters a word has: a bit for each. */
export function lettersOf(word: string): number {
  let bits = 0
  for (let place = 0; place < word.length; place += 1) bits |= 1 << kindAt(word, place)
  return bits
}

function bitsIn(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count += 1
  return count
}

const at = (values: ArrayLike<number>, place: number) => values[place] ?? 0

function kindAt(word: string, place: number): number {
  const code = word.charCodeAt(place) - 97
  return code >= 0 && code < LETTERS.length ? code : LETTERS.length
}

function isExchanged(one: string, i: number, other: string, j: number): boolean {
  return one.charCodeAt(i - 1) === other.charCodeAt(j - 2) && one.charCodeAt(i - 2) === other.charCodeAt(j - 1)
}
