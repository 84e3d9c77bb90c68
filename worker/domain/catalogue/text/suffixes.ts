/**
 * The suffixes of the folded noun, each with the final sounds it may follow.
 * V vowel, U у, N м н, L л, R р й, Z з, J ж, T voiceless and б в г д.
 */
export interface Suffix {
  readonly form: string
  readonly after: string
}

/** By the last letter of the form: most words end in none of them. */
export type Suffixes = ReadonlyMap<string, readonly Suffix[]>

const suffixes = (...rows: [forms: string, after: string][]): Suffixes =>
  Map.groupBy(
    rows.flatMap(([forms, after]) => forms.split(' ').map((form) => ({ form, after }))),
    ({ form }) => form.slice(-1),
  )

export const caseSuffixes = suffixes(
  ['нин', 'VUN'],
  ['дин', 'ULRZ'],
  ['тин', 'T'],
  ['га ге', 'VUNLRZ'],
  ['ка ке', 'T'],
  ['ни', 'V'],
  ['ди', 'UNLRZ'],
  ['ти', 'T'],
  ['да де', 'VUNLRZ'],
  ['та те', 'T'],
  ['дан ден', 'VULRZ'],
  ['нан нен', 'N'],
  ['тан тен', 'T'],
  ['мен менен', 'VUNLR'],
  ['бен бенен', 'ZJ'],
  ['пен пенен', 'T'],
  ['даги деги', 'VUNLRZ'],
  ['таги теги', 'T'],
)

/** Cases after a third-person possessive (кітабы-н, кітабы-на). */
export const caseAfterPossessive = suffixes(['нин на не н нда нде нан нен мен ндаги ндеги', 'V'])

export const pluralSuffixes = suffixes(['лар лер', 'VUR'], ['дар дер', 'NLZ'], ['тар тер', 'T'])

export interface Possessive {
  readonly form: string
  readonly person: 'third' | 'other'
  readonly after: 'vowel' | 'consonant'
}

export const possessives: readonly Possessive[] = [
  { form: 'си', person: 'third', after: 'vowel' },
  { form: 'миз', person: 'other', after: 'vowel' },
  { form: 'низ', person: 'other', after: 'vowel' },
  { form: 'и', person: 'third', after: 'consonant' },
  { form: 'имиз', person: 'other', after: 'consonant' },
  { form: 'иниз', person: 'other', after: 'consonant' },
]

/** Stems of two letters that are words; any other stem has three. */
export const shortStems: ReadonlySet<string> = new Set(
  `ай ас ат ар ак ан аш ау ел ер ет ек ес ем ис иш из ин ит от ой ок он ор ул уш ун уй ус су ту бу ми ку ие би`.split(' '),
)

/** Stems that drop a vowel before a possessive: халқ-ы is халық. */
export const droppedVowels: ReadonlyMap<string, string> = new Map(
  `ауз ауиз, орн орин, мурн мурин, карн карин, ерн ерин, мойн мойин, койн койин, халк халик, корк корик, ерк ерик,
   кулк кулик, парк парик, нарк нарик, гурп гурип, арп арип, каип кауип, кауп кауип, ирк ирик, борк борик, даус дауис,
   мулк мулик, конл конил, кирк кирик, урк урик`
    .split(',')
    .map((pair): [string, string] => {
      const [short = '', full = ''] = pair.trim().split(' ')
      return [short, full]
    }),
)
