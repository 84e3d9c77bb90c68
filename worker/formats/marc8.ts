import { tables } from './marc8-tables.ts'

/** Stands for a character of a set we have no table for (East Asian, extended Arabic). */
const unknown = '〓'
const mark = /^\p{M}$/u

/**
 * Decodes MARC-8. Marks come before their letter there and after it in Unicode; a subfield or field
 * delimiter returns to the default sets, as the standard asks of writers and not all of them do.
 */
export function decodeMarc8(bytes: Uint8Array): string {
  let out = ''
  let marks = ''
  let g0 = 'B'
  let g1 = 'E'
  const put = (letter: string) => {
    if (mark.test(letter)) marks += letter
    else {
      out += letter + marks
      marks = ''
    }
  }
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    if (byte === 0x1b) {
      const change = readEscape(bytes, i + 1)
      if (change.right) g1 = change.set
      else g0 = change.set
      i += change.length
    } else if (byte === 0x1f || byte === 0x1e || byte === 0x1d) {
      out += marks + String.fromCharCode(byte)
      marks = ''
      g0 = 'B'
      g1 = 'E'
    } else if (byte <= 0x20) put(byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 ? ' ' : '')
    else {
      const set = byte < 0x80 ? g0 : g1
      put(letterIn(set, byte & 0x7f, byte))
      if (set === '1') i += 2
    }
  }
  return (out + marks).normalize('NFC')
}

function letterIn(set: string, code: number, byte: number): string {
  if (set === 'B') return String.fromCharCode(code)
  if (set === '1' || set === '4') return unknown
  // Joiners and non-sorting marks carry no text of their own.
  if (byte >= 0x80 && code < 0x20) return ''
  const letter = tables.get(set)?.get(code)
  if (letter !== undefined) return letter
  return byte < 0x80 ? String.fromCharCode(code) : '\ufffd'
}

/** Reads what follows ESC; `length` is how many bytes it took. A stray ESC takes none. */
function readEscape(bytes: Uint8Array, at: number): { right: boolean; set: string; length: number } {
  const letter = (offset: number) => String.fromCharCode(bytes[at + offset] ?? 0)
  const first = letter(0)
  if ('gbp'.includes(first)) return { right: false, set: first, length: 1 }
  if (first === 's') return { right: false, set: 'B', length: 1 }
  let length = 0
  let right = false
  if (letter(length) === '$') length++
  if (')-'.includes(letter(length))) {
    right = true
    length++
  } else if ('(,'.includes(letter(length))) length++
  if (length === 0) return { right: false, set: 'B', length: 0 }
  if (letter(length) === '!') length++
  const set = letter(length)
  return /^[BENQS1-4]$/.test(set) ? { right, set, length: length + 1 } : { right: false, set: 'B', length }
}
