import type { Random } from '../../../db/seed/random.ts'

const ONSETS = 'b c d f g h l m n p r s t v w br cl cr dr fl gr pl pr sh sl st th tr'.split(' ')
const VOWELS = 'a e i o u ea ou ai'.split(' ')
const CODAS = 'n r l s t m nd st ck ng x'.split(' ')
const ENDINGS = ['', '', '', 'er', 'tion', 'ness', 'ment', 'al', 'ic', 'ing']

const drawn = (parts: readonly string[], random: Random) => parts[Math.floor(random.next() * parts.length)] ?? ''

export function inventEnglishStem(random: Random): string {
  let stem = ''
  for (let left = random.between(1, 3); left > 0; left -= 1) stem += drawn(ONSETS, random) + drawn(VOWELS, random)
  return stem + drawn(CODAS, random) + drawn(ENDINGS, random)
}

export function inflectEnglish(stem: string, random: Random): string {
  return random.chance(0.25) && !stem.endsWith('s') ? `${stem}s` : stem
}
