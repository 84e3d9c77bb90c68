import { keyOf } from './fold.ts'

const irregular = new Map(
  `children child, feet foot, geese goose, knives knife, lives life, men man, mice mouse, people person, teeth tooth, wives wife,
   women woman`
    .split(',')
    .map((pair): [string, string] => {
      const [many = '', one = ''] = pair.trim().split(' ')
      return [many, one]
    }),
)

/** What the singular ends in; the first that fits. */
const SINGULARS: readonly (readonly [RegExp, string])[] = [
  [/(?<=[^aeiou])ies$/, 'y'],
  [/(?<=ss|x|zz|ch|sh)es$/, ''],
  [/(?<=wol|shel|sel|hal|cal|lea|loa|thie)ves$/, 'f'],
  [/(?<=analy|cri|the|diagno)ses$/, 'sis'],
  [/(?<=her|potat|tomat|ech|volcan|carg)oes$/, 'o'],
  [/(?<=^b|vir|stat|camp|bon|chor|circ|gen|cens)uses$/, 'us'],
  [/(?<=^gas|atlas|lens|canvas)es$/, ''],
  [/(?<=[^ius])s$/, ''],
]

/**
 * The folded singular of an English plural (nomads, stories, boxes) and the owner of Abai's and writers'. No other ending is cut: the
 * word may as well be Kazakh in Latin letters.
 */
export function englishStem(written: string): string | undefined {
  if (!/^[a-z]{3,}(?:'s|(?<=s)')?$/.test(written)) return undefined
  const word = written.replace(/'s?$/, '')
  const stem = irregular.get(word) ?? singular(word)
  return stem === written ? undefined : keyOf(stem)
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word
  const [ending, instead] = SINGULARS.find(([plural]) => plural.test(word)) ?? []
  return ending === undefined ? word : word.replace(ending, instead ?? '')
}
