/** Letters that are taken for one another, in index letters, and what that costs: 1 is a mistake like any other. */
const KEYBOARD_ROWS = ['ixukengwwzh', 'fivaprolde', 'qcsmitby']
const SEEN_ALIKE = ['oe', 'ea', 'da', 'pl', 'gt', 'xd', 'hn', 'hk', 'mn', 'uo', 'iu', 'wc', 'zs', 'bp', 'dt', 'gk', 'vf', 'zj', 'ao']

const NEAR = 0.6
const near = new Set([
  ...KEYBOARD_ROWS.flatMap((row) => Array.from(row.slice(1), (letter, place) => [row[place], letter].join(''))),
  ...SEEN_ALIKE,
])
const substitution = (one: string, other: string) => (one === other ? 0 : near.has(one + other) || near.has(other + one) ? NEAR : 1)
const EXCHANGE = 0.7
/** A vowel is missed or added more easily than a consonant. */
const passed = (letter: string) => (/[aeiouyq]/.test(letter) ? 0.8 : 1)

/** Damerau's distance: letters missed, added, changed (less when they are near on a keyboard or look alike) or exchanged. */
export function distance(one: string, other: string): number {
  let before: number[] = []
  let last = [0]
  for (const letter of other) last.push((last.at(-1) ?? 0) + passed(letter))
  for (let i = 1; i <= one.length; i += 1) {
    const line = [(last[0] ?? 0) + passed(one.charAt(i - 1))]
    for (let j = 1; j <= other.length; j += 1) {
      const a = one.charAt(i - 1)
      const b = other.charAt(j - 1)
      let least = Math.min((last[j] ?? 0) + passed(a), (line[j - 1] ?? 0) + passed(b), (last[j - 1] ?? 0) + substitution(a, b))
      if (i > 1 && j > 1 && a === other.charAt(j - 2) && one.charAt(i - 2) === b) least = Math.min(least, (before[j - 2] ?? 0) + EXCHANGE)
      line.push(least)
    }
    before = last
    last = line
  }
  return last[other.length] ?? 0
}
