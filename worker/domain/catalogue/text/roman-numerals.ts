const TENS = ['', 'x', 'xx', 'xxx']
const UNITS = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix']

const inCyrillic = (numeral: string) => numeral.replaceAll('x', 'х').replaceAll('i', 'і')
const inGreek = (numeral: string) => numeral.replaceAll('i', 'ι')

/** Numbers of centuries and volumes, in Latin letters or what looks like them. A single sign is an initial or a word. */
export const romanNumerals: ReadonlyMap<string, string> = new Map(
  TENS.flatMap((tens, ten) => UNITS.map((units, unit): [string, string] => [tens + units, String(10 * ten + unit)]))
    .filter(([numeral]) => numeral.length > 1)
    .flatMap(([numeral, value]) => [numeral, inCyrillic(numeral), inGreek(numeral)].map((signs): [string, string] => [signs, value])),
)
