import { closeKey } from './fold.ts'
import { protectedWords } from './protected-words.ts'
import {
  caseAfterPossessive,
  caseSuffixes,
  droppedVowels,
  pluralSuffixes,
  possessives,
  type Suffix,
  type Suffixes,
  shortStems,
} from './suffixes.ts'

/** Words that are their own stems. */
type Known = Pick<ReadonlySet<string>, 'has'>

/** Shorter stems are only asked for when they are the one. */
const LEAST_ASKED = 5

/**
 * The stem of a folded Kazakh noun: case, possessive and plural come off from the right, one of each.
 * Derivation (-шы, -лық, -сыз) stays: a librarian wants кітапханашы apart from кітапхана.
 */
export function kazakhStem(folded: string, known: Known = protectedWords): string {
  if (folded.length < 3 || !/^[а-я]+$/.test(folded)) return closeKey(folded)
  if (known.has(folded)) return closeKey(devoiced(folded))
  const stems = possibleStems(folded, known)
  return closeKey(longestKnown(stems, known) ?? canonical(shortest(stems, folded), known))
}

/** The stems the word may have besides, for a question: a word of the index that looks inflected and is not is among them. */
export function otherStems(folded: string, known: Known = protectedWords): string[] {
  if (!/^[а-я]+$/.test(folded) || known.has(folded)) return []
  const stems = [...possibleStems(folded, known)].map((stem) => closeKey(droppedVowels.get(stem) ?? devoiced(stem)))
  return stems.filter((stem) => stem.length >= LEAST_ASKED)
}

/** Of анам, әкемнің and жүрегіме, case and all. */
const OF_SPEAKER = /^(.+?)(?:(?<=[аоеу])|(и))м(?:а|е|ди|да|де|нин|нан|нен|мен)?$/

/**
 * What may be the speaker's own: ана for анам. No stem of the index is cut so, for адам, білім and әлем end alike; it is for who asks
 * and finds nothing.
 */
export function stemsOfOwn(folded: string, known: Known = protectedWords): string[] {
  const [, stem = '', link = ''] = OF_SPEAKER.exec(folded) ?? []
  const stems = link === '' ? [stem] : [stem, stem + link]
  return stems.filter(isStem).map((each) => closeKey(canonical(each, known)))
}

function possibleStems(word: string, known: Known): ReadonlySet<string> {
  const withoutCase = new Set([word, ...strip(word, caseSuffixes, known)])
  const withoutPossessive = new Set(withoutCase)
  for (const stem of withoutCase) {
    for (const owned of stripPossessive(stem, 'any', known)) withoutPossessive.add(owned)
    const plural = /^(.{2,}[лдт][ае]р)и[мн][ае]?$/.exec(stem)?.[1]
    if (plural) withoutPossessive.add(plural)
  }
  for (const stem of strip(word, caseAfterPossessive, known)) {
    if (!stem.endsWith('и')) continue
    for (const owned of stripPossessive(stem, 'third', known)) withoutPossessive.add(owned)
  }
  const stems = new Set(withoutPossessive)
  for (const stem of withoutPossessive) for (const singular of strip(stem, pluralSuffixes, known)) stems.add(singular)
  return stems
}

const NONE: readonly Suffix[] = []

function strip(word: string, suffixes: Suffixes, known: Known): string[] {
  const stems: string[] = []
  for (const { form, after } of suffixes.get(word.charAt(word.length - 1)) ?? NONE) {
    if (!word.endsWith(form)) continue
    const stem = word.slice(0, -form.length)
    if (isStem(stem) || known.has(stem)) if (follows(stem, after) && harmonises(stem, form)) stems.push(stem)
  }
  return stems
}

function stripPossessive(word: string, person: 'any' | 'third', known: Known): string[] {
  const stems: string[] = []
  for (const possessive of possessives) {
    if (person === 'third' && possessive.person !== 'third') continue
    if (!word.endsWith(possessive.form)) continue
    const stem = word.slice(0, -possessive.form.length)
    if (!isStem(stem)) continue
    if (possessive.after === 'vowel') {
      if (!/[аоеи]$/.test(stem)) continue
      // басы is бас + ы; of stems in -и only the -шы of trades takes -сы unasked.
      if (possessive.form === 'си' && stem.endsWith('и') && !stem.endsWith('ши') && !known.has(stem)) continue
    } else if (/[аоеи]$/.test(stem)) continue
    stems.push(stem)
  }
  return stems
}

function isStem(stem: string): boolean {
  return (stem.length >= 3 && /[аоуеи]/.test(stem)) || shortStems.has(stem)
}

/** Мұқағалидың and Фирдоусидің: the и of a name counts as a consonant. */
const NAME_IN_I = /.{4}и$/

function follows(stem: string, after: string): boolean {
  const sound = NAME_IN_I.test(stem) ? 'VU' : finalSound(stem)
  return [...sound].some((each) => after.includes(each)) || (sound === 'J' && /[ZT]/.test(after))
}

function finalSound(stem: string): string {
  const last = stem.at(-1) ?? ''
  if (last === 'у') return 'U'
  if ('аоеи'.includes(last)) return 'V'
  if (last === 'м' || last === 'н') return 'N'
  if (last === 'л') return 'L'
  if (last === 'р' || last === 'й') return 'R'
  if (last === 'з') return 'Z'
  return last === 'ж' ? 'J' : 'T'
}

/** Folding hides half of the harmony (о may be ө, у may be ү), so only a proven clash refuses. */
function harmonises(stem: string, suffix: string): boolean {
  if (/^[мбп]ен(ен)?$/.test(suffix)) return true
  const vowel = /[ае]/.exec(suffix)?.[0]
  if (!vowel || /[ои][^аоуеи]?[гк]$/.test(stem) || /[еи]в$/.test(stem)) return true
  const vowels = stem.match(/[аоуеи]/g) ?? []
  const last = vowels.at(-1)
  if (last === 'е') return vowel === 'е'
  if (last !== 'а') return true
  return vowel === 'а' || vowels.length === 1 || /[аоу][^аоуеи]*[гк]$/.test(stem)
}

function longestKnown(stems: ReadonlySet<string>, known: Known): string | undefined {
  let longest: string | undefined
  for (const stem of stems) {
    const full = droppedVowels.get(stem) ?? devoiced(stem)
    const found = known.has(stem) ? stem : known.has(full) ? full : withT(stem, known)
    if (found && found.length > (longest?.length ?? 0)) longest = found
  }
  return longest && devoiced(longest)
}

/** журналисі is журналист where that is a known word. */
function withT(stem: string, known: Known): string | undefined {
  return stem.endsWith('ис') && known.has(`${stem}т`) ? `${stem}т` : undefined
}

function shortest(stems: ReadonlySet<string>, word: string): string {
  let short = word
  for (const stem of stems) if (stem.length < short.length && (stem.length >= 3 || shortStems.has(stem))) short = stem
  return short
}

function canonical(stem: string, known: Known): string {
  const full = droppedVowels.get(stem) ?? stem
  if (known.has(devoiced(full))) return devoiced(full)
  const single = full.replace(/ст$/, 'с').replace(/([^аоуеи])\1$/, '$1')
  if (single.length >= 6 && single.endsWith('ис')) return devoiced(single.slice(0, -2))
  if (single.length >= 5 && /[ае]с$/.test(single)) return devoiced(single.slice(0, -1))
  if (single.length >= 4 && /[^аоуей]и$/.test(single)) return devoiced(single.slice(0, -1))
  return devoiced(single)
}

/** кітаб-ы and кітап, сөздіг-і and сөздік end alike. */
function devoiced(stem: string): string {
  if (stem.endsWith('б')) return `${stem.slice(0, -1)}п`
  return stem.endsWith('г') ? `${stem.slice(0, -1)}к` : stem
}
