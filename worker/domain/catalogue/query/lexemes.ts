import { type FieldName, fieldNamed } from './field-names.ts'

/** The signs of the query language; what is none of them is text. */
export type Lexeme =
  | { kind: 'text'; text: string }
  | { kind: 'quoted'; text: string }
  | { kind: 'field'; field: FieldName; text: string }
  | { kind: 'open' | 'close' | 'or' | 'not' | 'and' }

const CLOSING: Record<string, string> = { '"': '"“”„', '“': '”“"', '„': '“”"', '”': '”"', '«': '»' }
const OPERATORS = new Map<string, 'or' | 'not' | 'and'>([
  ['OR', 'or'],
  ['ИЛИ', 'or'],
  ['НЕМЕСЕ', 'or'],
  ['NOT', 'not'],
  ['AND', 'and'],
])
/** A name and a colon; before a number the colon is often forgotten: ISBN 978, УДК 821. */
const FIELD = /(?<name>\p{L}{3,12})[ \t]*:[ \t]*|(?<number>isbn|удк|ббк|әож|кбж)[ \t]+(?=\d)/iuy
/** Values in which a hyphen or a parenthesis is no sign: 1990-2000, 978-601-…, 84(5Қаз)-44. */
const VALUES: Partial<Record<FieldName, RegExp>> = {
  year: /\d{3,4}\s*[-–—]\s*\d{3,4}(?!\d)|[^\s")|]+/y,
  isbn: /[\dXxХх][\dXxХх -]*/y,
  shelfmark: /[^\s"«“|]+/y,
}

/** Reads a text from left to right, once. A quotation mark without its partner is nothing. */
export function lexemes(text: string): Lexeme[] {
  const out: Lexeme[] = []
  const shouts = isShouted(text)
  let place = 0
  while (place < text.length) {
    const sign = text.charAt(place)
    const quoted = CLOSING[sign] && quotedAt(text, place)
    if (quoted !== undefined && quoted !== '') {
      out.push({ kind: 'quoted', text: quoted })
      place += quoted.length + 2
    } else if (/[\s"“”„«»]/.test(sign)) place += 1
    else if (sign === '|' || sign === '(' || sign === ')') {
      out.push({ kind: sign === '|' ? 'or' : sign === '(' ? 'open' : 'close' })
      place += 1
    } else if (sign === '-' && /[\p{L}\p{N}"“„«(-]/u.test(text.charAt(place + 1))) {
      out.push({ kind: 'not' })
      place += 1
    } else place = readText(place)
  }
  return out

  function readText(from: number): number {
    FIELD.lastIndex = from
    const named = FIELD.exec(text)
    const name = named?.groups?.name ?? named?.groups?.number ?? ''
    const field = fieldNamed(name)
    if (field) {
      out.push({ kind: 'field', field, text: name })
      return readValue(field, FIELD.lastIndex)
    }
    const end = endOfText(text, from)
    const chunk = text.slice(from, end)
    const operator = shouts ? undefined : OPERATORS.get(chunk)
    out.push(operator ? { kind: operator } : { kind: 'text', text: chunk })
    return end
  }

  function readValue(field: FieldName, from: number): number {
    const value = VALUES[field]
    if (!value) return from
    value.lastIndex = from
    const found = value.exec(text)?.[0]
    if (!found || found.startsWith('(')) return from
    out.push({ kind: 'text', text: found.trim() })
    return from + found.length
  }
}

function quotedAt(text: string, open: number): string {
  const closing = CLOSING[text.charAt(open)] ?? ''
  const ends = [...closing].map((sign) => text.indexOf(sign, open + 1)).filter((end) => end > open)
  return ends.length > 0 ? text.slice(open + 1, Math.min(...ends)) : ''
}

/** A parenthesis that opens inside a word closes inside it: 84(5Қаз) is one piece of text. */
function endOfText(text: string, from: number): number {
  let opened = 0
  let place = from
  for (; place < text.length; place += 1) {
    const sign = text.charAt(place)
    if (/[\s"“”„«»|]/.test(sign)) break
    if (sign === '(') opened += 1
    if (sign === ')' && --opened < 0) break
  }
  return Math.max(place, from + 1)
}

/**
 * In a text all in capitals ИЛИ is as likely a word of a title as a sign. A sign in letters of another alphabet is none of its words,
 * and who writes fields writes signs.
 */
function isShouted(text: string): boolean {
  const rest = withoutOperators(text)
  if (!/\p{Lu}/u.test(rest) || /\p{Ll}/u.test(rest)) return false
  const isForeign = /\b(?:OR|AND|NOT)\b/.test(text) && !/[A-Z]/.test(rest)
  return !isForeign && ![...text.matchAll(NAMED)].some(([, name = '']) => fieldNamed(name))
}

/** A text all in capitals, with nothing but its operators left so; undefined where there are none. */
export function quietened(text: string): string | undefined {
  if (!isShouted(text) || withoutOperators(text) === text) return undefined
  return text.replace(/\p{L}+/gu, (word) => (OPERATORS.has(word) ? word : word.toLowerCase()))
}

const NAMED = /(\p{L}{3,12})[ \t]*:/gu
const withoutOperators = (text: string) => text.replace(/\p{L}+/gu, (word) => (OPERATORS.has(word) ? '' : word))
