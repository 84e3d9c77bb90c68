/** A word of running text; a hyphen compound has its halves as parts. */
export interface Word {
  readonly parts: readonly string[]
}

const run = '[\\p{L}\\p{N}\\p{M}\\u00ad\\u200b-\\u200f\\u2060\\ufeff]+'
const inner = "['ʼʻ’‘`´′]"
// The 2017 Latin writes у as y', so a closing apostrophe belongs to the word unless one opened it.
const part = `${run}(?:${inner}${run})*(?:(?<=[a-z])${inner}(?<!(?<!\\p{L})${inner}${run}(?:${inner}${run})*${inner}))?`
// In Cyrillic letters too.
const programmingLanguage = '[cс]\\+\\+|[cсf]#'
// No compound has more parts; a longer chain is read in pieces, so that it costs no more than other words.
const words = new RegExp(`${programmingLanguage}|${part}(?:[-‐‑]${part}){0,7}`, 'giu')
const pieces = new RegExp(`${programmingLanguage}|${part}`, 'giu')

// Letters, digits and signs of which nothing needs healing and no word is made of two: most texts are no more than that.
const plainText = /^(?:[0-9A-Za-zА-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі ().:;!?«»"/]|,(?![^ ]))*$/
const plainWords = /[0-9A-Za-zА-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]+/g

/** Splits on everything but letters, digits, internal apostrophes and the signs of C++ and C#, after healing what print and OCR break. */
export function tokenise(text: string): Word[] {
  return wordsOf(text).map((word) => ({ parts: partsOf(word) }))
}

/** The words of a text, hyphen compounds in one piece. */
export function wordsOf(text: string): readonly string[] {
  return (plainText.test(text) ? text.match(plainWords) : mended(text).match(words)) ?? []
}

export function partsOf(word: string): readonly string[] {
  return word.match(pieces) ?? []
}

export function healed(text: string): string {
  return plainText.test(text) ? text : mended(text)
}

function mended(text: string): string {
  return text
    .normalize('NFC')
    .replace(/(?<=\p{L})[-‐\u00ad][ \t]*\r?\n\s*(?=\p{Ll})/gu, '')
    .replace(/¥(?=[\u0400-\u04ff])/g, 'ұ')
    .replace(/(?<!\p{L})([Кк]),(?=[аоуыұ])/gu, (_, letter: string) => (letter === 'К' ? 'Қ' : 'қ'))
}
