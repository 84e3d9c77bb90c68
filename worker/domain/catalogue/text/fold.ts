import { arabic, cyrillic, latin, latinDigraphs, latinLookAlikes, lookAlikes } from './alphabets.ts'
import { romanNumerals } from './roman-numerals.ts'

export type Script = 'cyrillic' | 'latin' | 'arabic' | 'none'

const apostrophes = /[ʼʻ’‘`´′]/g
// A soft hyphen or a joiner is printed as nothing and so is typed as nothing. Foreign records write ь ъ as ʹ ʺ, the hamza and ع as ʾ ʿ.
const silent = /[\u00ad\u200b-\u200f\u2060\ufeffʹʺʾʿˈˮ]/g
// Arabic letters in the forms of their places, and Roman numerals of one sign.
const presentationForms = /[\u2160-\u217f\ufb50-\ufdf9\ufe70-\ufefc]+/g

/** The script that decides how a word is read; one Cyrillic letter makes the Latin ones look-alikes. */
export function scriptOf(word: string): Script {
  if (/[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdf9\ufe70-\ufefc]/.test(word) && /\p{L}/u.test(word)) return 'arabic'
  if (/[\u0400-\u04ff]/.test(word)) return 'cyrillic'
  return /\p{Script=Latin}/u.test(word) ? 'latin' : 'none'
}

// Composed letters of Kazakh and Russian, or of ASCII: of them nothing has to be repaired.
const plainWord = /^(?:[а-яёәіңғүұқөһ]+|[a-z0-9]+)$/

/** Lower case, NFC, one kind of apostrophe, and Cyrillic words free of Latin look-alikes: the word as its writer meant it. */
export function asWritten(word: string): string {
  const plain = word.toLowerCase()
  if (plainWord.test(plain)) return plain
  const lower = word
    .normalize('NFC')
    .replace(silent, '')
    .replace(presentationForms, (signs) => signs.normalize('NFKC'))
    .toLowerCase()
    .replace(/i\u0307/g, 'i')
    .replace(apostrophes, "'")
  if (scriptOf(lower) !== 'cyrillic') return lower.normalize('NFC')
  if (isLatinInDisguise(lower)) return replaceLetters(lower, latinLookAlikes)
  if (isLatinWithEnding(lower)) return lower.replaceAll("'", '')
  const letters = withoutDigits(replaceLetters(lower, lookAlikes))
  return letters.replaceAll("'", '').normalize('NFC')
}

const VOWEL = '[аәеиіоөуұүыэ]'
const CONSONANT = '[бвгғджзйкқлмнңпрстфхһцчшщ]'
const BETWEEN_LETTERS = (digit: string) => `(?<=[а-яәіңғүұқөһ])${digit}(?=[а-яәіңғүұқөһ])`

/** What looks like a letter inside a word, or where a word begins as words do: not 60, 2000ж, 3D. */
const DIGITS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`${BETWEEN_LETTERS('3')}|^3(?=${VOWEL})`, 'g'), 'з'],
  [new RegExp(`${BETWEEN_LETTERS('0')}|^0(?=${CONSONANT}+${VOWEL})`, 'g'), 'о'],
  [new RegExp(`${BETWEEN_LETTERS('6')}|^6(?=${VOWEL}[а-яәіңғүұқөһ]{2})`, 'g'), 'б'],
]

function withoutDigits(word: string): string {
  return /[036]/.test(word) ? DIGITS.reduce((letters, [digit, letter]) => letters.replace(digit, letter), word) : word
}

/** `Facebookтің` and `MARCтың`: a Latin letter that looks like no Cyrillic one says that the others are no look-alikes either. */
function isLatinWithEnding(lower: string): boolean {
  return /^[a-z]{3,}'?[а-яёәіңғүұқөһ]{1,9}$/.test(lower) && /[dfgjlnqrsuvwz]/.test(lower)
}

/** `Вarack` and `Соndi` have Latin letters that look like no Cyrillic one, and Cyrillic ones that all look Latin. */
function isLatinInDisguise(lower: string): boolean {
  if (!/[a-z]/.test(lower)) return false
  const letters = [...lower]
  return (
    letters.some((letter) => /[dfgjlnqrsuvwz]/.test(letter)) &&
    letters.every((letter) => !/\p{Script=Cyrillic}/u.test(letter) || latinLookAlikes.has(letter))
  )
}

/**
 * One spelling for a word in any Kazakh script, on a Russian keyboard or out of OCR.
 * Emits [a-zа-я0-9] only; й and double letters survive for the stemmer, `closeKey` removes them.
 */
export function fold(word: string): string {
  return foldWritten(asWritten(word))
}

/** `fold` for a word that has been through `asWritten`. */
export function foldWritten(written: string): string {
  const whole = written.length > LONGEST_WHOLE ? undefined : readWhole.get(written)
  if (whole !== undefined) return whole
  switch (scriptOf(written)) {
    case 'cyrillic':
      return /^[a-z]/.test(written) ? foldedApart(written) : loanSpelling(safe(replaceLetters(written, cyrillic)))
    case 'arabic':
      return loanSpelling(glides(safe(replaceLetters(written.replace(HA_FOR_E, 'ە'), arabic))))
    case 'latin':
      return loanSpelling(glides(safe(latinToCyrillic(written))))
    default:
      return loanSpelling(safe(written))
  }
}

/** What letters alone would read wrongly: of C++ and C#, in Latin letters or Cyrillic, the keys of cplusplus and csharp. */
const readWhole: ReadonlyMap<string, string> = new Map([
  ...romanNumerals,
  ['c++', 'тсплусплус'],
  ['с++', 'тсплусплус'],
  ['c#', 'тсшарп'],
  ['с#', 'тсшарп'],
  ['f#', 'фшарп'],
])

const LONGEST_WHOLE = Math.max(...[...readWhole.keys()].map((whole) => whole.length))

/** The Latin word and its Cyrillic ending, or XX and ғасыр of a compound in one piece. */
function foldedApart(written: string): string {
  const [, latinWord = '', rest = ''] = /^([a-z']+)(.*)$/s.exec(written) ?? []
  return foldWritten(latinWord) + foldWritten(rest)
}

/** Many a keyboard has ه and no ە. */
const HA_FOR_E = /(?<=[بپتجچحخدرزژسشعغفقكکگڭلمن])ه/g

/**
 * The last step of every key and stem: й is и, a doubled letter is single. Digits keep their doubles, and so does what no word has:
 * a letter three times is not the initial К or the word у. But и may have been ы, й and і.
 */
export function closeKey(folded: string): string {
  const open = folded.includes('й') ? folded.replaceAll('й', 'и') : folded
  if (!hasDouble(open)) return open
  return open.replace(/([а-я])\1+/g, (run, letter: string) => (run.length > (letter === 'и' ? 3 : 2) ? run : letter))
}

function hasDouble(word: string): boolean {
  for (let place = 1; place < word.length; place += 1) if (word.charCodeAt(place) === word.charCodeAt(place - 1)) return true
  return false
}

/** The key under which a word is found however it is spelt. */
export function keyOf(word: string): string {
  return closeKey(fold(word))
}

function replaceLetters(word: string, letters: ReadonlyMap<string, string>): string {
  let out = ''
  let taken = 0
  for (let place = 0; place < word.length; place += 1) {
    const letter = letters.get(word.charAt(place))
    if (letter === undefined) continue
    out += word.slice(taken, place) + letter
    taken = place + 1
  }
  return taken === 0 ? word : out + word.slice(taken)
}

/** Bulgakow, Tschaikowsky and Rachmaninoff; -aw and -ew are Kazakh. */
const foreignOv = /(?<=..)(?:off$|ow(?=$|a$|sk))/

function latinToCyrillic(word: string): string {
  let spelt = word.replace(foreignOv, 'ov').replace(/skij$/, 'skii')
  if (spelt.includes('y')) spelt = spelt.replace(SOFT_E, 'e')
  for (const [digraph, letter] of latinDigraphs) spelt = spelt.replaceAll(digraph, letter)
  return replaceLetters(replaceLetters(spelt, latin), cyrillic)
}

/** е and ё: Yesenin, Nikolayev, Solovyov, Semyon. Tokyo has neither. */
const SOFT_E = /^ye|(?<=[bcdfghjklmnpqrstvxz])ye|(?<=[bcdfghjlmnpqrstvxz])yo(?!$)/g

/** я/йа/ia, ю/йу/iu, ц/ts, щ/шш/сч and of Nikolayev е/йе are one spelling each. */
function loanSpelling(word: string): string {
  if (!/[яюцйш]|сч/.test(word)) return word
  return word
    .replaceAll('я', 'йа')
    .replaceAll('ю', 'йу')
    .replaceAll('ц', 'тс')
    .replaceAll('ий', 'и')
    .replace(/йе(?<=[аое]йе)/g, 'е')
    .replaceAll('сч', 'ш')
    .replace(/(?<!ш)шш(?!ш)/g, 'ш')
}

/** Latin and Arabic write и and й alike; after a vowel it is й. */
function glides(word: string): string {
  return word.replace(/(?<=[аоуе])и/g, 'й')
}

/** Letters of no table lose their marks, or are spelt as a code point: a Greek or Chinese title is found by itself. */
function safe(word: string): string {
  if (/^[а-я0-9]*$/.test(word)) return replaceLetters(word, cyrillic)
  let out = ''
  for (const letter of word) out += /[а-я0-9]/.test(letter) ? letter : unmarked(letter)
  return replaceLetters(out, cyrillic)
}

function unmarked(letter: string): string {
  let out = ''
  for (const bare of letter.normalize('NFKD').toLowerCase()) {
    const digit = arabicDigit(bare)
    if (/[а-я0-9]/.test(bare)) out += bare
    else if (digit !== undefined) out += digit
    else if (cyrillic.has(bare)) out += cyrillic.get(bare)
    else if (/[a-z]/.test(bare)) out += latin.get(bare) ?? bare
    else if (/[\p{L}\p{N}]/u.test(bare) && !arabic.has(bare)) out += `u${bare.codePointAt(0)?.toString(16)}`
  }
  return out
}

function arabicDigit(letter: string): string | undefined {
  const code = letter.codePointAt(0) ?? 0
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660)
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0)
  return undefined
}
