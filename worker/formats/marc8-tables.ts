/** MARC-8 character sets, keyed by the final character of their escape sequence, then by the 7-bit code. */
export type Table = ReadonlyMap<number, string>

function run(start: number, letters: string): [number, string][] {
  return [...letters].map((letter, i): [number, string] => [start + i, letter])
}

const blank = '\u0000'
function table(...runs: [number, string][][]): Table {
  return new Map(runs.flat().filter(([, letter]) => letter !== blank))
}

const ansel = table(
  run(0x21, 'ŁØĐÞÆŒʹ·♭®±ƠƯʼ'),
  run(0x30, 'ʻłøđþæœʺı£ð'),
  run(0x3c, 'ơư'),
  run(0x40, '°ℓ℗©♯¿¡ß€'),
  run(0x60, '\u0309\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030c\u030a\ufe20\ufe21\u0315\u030b\u0310'),
  run(0x70, '\u0327\u0328\u0323\u0324\u0325\u0333\u0332\u0326\u031c\u032e\ufe22\ufe23'),
  run(0x7e, '\u0313'),
)

const basicCyrillic = table(run(0x40, 'юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧ'))

const extendedCyrillic = table(run(0x40, 'ґђѓєёѕіїјљњћќўџ'), run(0x50, 'ѣѳѵѫ'), run(0x60, 'ҐЂЃЄЁЅІЇЈЉЊЋЌЎЏЪѢѲѴѪ'))

const greek = table(
  run(0x21, '\u0300\u0301\u0308\u0342\u0313\u0314\u0345'),
  run(0x30, '«»“”ʹ͵'),
  run(0x3b, '·'),
  run(0x41, `ΑΒ${blank}ΓΔΕϚϜΖΗΘΙΚΛΜΝΞΟΠϞΡΣ${blank}ΤΥΦΧΨΩϠ`),
  run(0x61, 'αβϐγδεϛϝζηθικλμνξοπϟρσςτυφχψωϡ'),
)

const hebrew = table(
  run(0x2d, '־'),
  run(0x40, '\u05b7\u05b8\u05b6\u05b5\u05b4\u05b9\u05bb\u05b0\u05b2\u05b3\u05b1\u05bc\u05bf\u05c1\ufb1e'),
  run(0x60, 'אבגדהוזחטיךכלםמןנסעףפץצקרשת'),
)

const arabic = table(
  run(0x2c, '،'),
  run(0x30, '٠١٢٣٤٥٦٧٨٩'),
  run(0x3b, '؛'),
  run(0x3f, '؟'),
  run(0x41, 'ءآأؤإئابةتثجحخدذرزسشصضطظعغ'),
  run(0x60, 'ـفقكلمنهوىي\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652ٱ\u0670'),
)

const superscript = table(run(0x28, '⁽⁾'), run(0x2b, '⁺'), run(0x2d, '⁻'), run(0x30, '⁰¹²³⁴⁵⁶⁷⁸⁹'))
const subscript = table(run(0x28, '₍₎'), run(0x2b, '₊'), run(0x2d, '₋'), run(0x30, '₀₁₂₃₄₅₆₇₈₉'))
const greekSymbols = table(run(0x61, 'αβγ'))

/** `B` is ASCII and has no table; `1` (East Asian) and `4` (extended Arabic) are not decoded. */
export const tables: ReadonlyMap<string, Table> = new Map([
  ['E', ansel],
  ['N', basicCyrillic],
  ['Q', extendedCyrillic],
  ['S', greek],
  ['2', hebrew],
  ['3', arabic],
  ['p', superscript],
  ['b', subscript],
  ['g', greekSymbols],
])
