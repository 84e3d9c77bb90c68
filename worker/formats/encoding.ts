import { decodeMarc8 } from './marc8.ts'

/** The alphabets a catalogue's files are found in. */
export type Encoding = 'utf-8' | 'windows-1251' | 'koi8-r' | 'cp866' | 'marc-8' | 'kz-1048' | 'pt154' | 'latin1'

/** Kazakh letters KZ-1048 (STRK1048-2002) puts over windows-1251. */
const kz1048 = new Map<number, string>([
  [0x8d, 'Қ'],
  [0x8f, 'Һ'],
  [0x9d, 'қ'],
  [0x9f, 'һ'],
  [0xa1, 'Ұ'],
  [0xa2, 'ұ'],
  [0xa3, 'Ә'],
  [0xa5, 'Ө'],
  [0xaa, 'Ғ'],
  [0xaf, 'Ү'],
  [0xb4, 'ө'],
  [0xba, 'ғ'],
  [0xbc, 'ә'],
  [0xbd, 'Ң'],
  [0xbe, 'ң'],
  [0xbf, 'ү'],
])

/** Asian Cyrillic letters PT154 (Paratype) puts over windows-1251. */
const pt154 = new Map<number, string>([
  [0x80, 'Җ'],
  [0x81, 'Ғ'],
  [0x82, 'Ӯ'],
  [0x83, 'ғ'],
  [0x86, 'Ҷ'],
  [0x87, 'Ү'],
  [0x88, 'Ҳ'],
  [0x89, 'ү'],
  [0x8a, 'Ҡ'],
  [0x8b, 'Ӣ'],
  [0x8c, 'Ң'],
  [0x8d, 'Қ'],
  [0x8e, 'Һ'],
  [0x8f, 'Ҹ'],
  [0x90, 'җ'],
  [0x98, 'ҳ'],
  [0x99, 'ҷ'],
  [0x9a, 'ҡ'],
  [0x9b, 'ӣ'],
  [0x9c, 'ң'],
  [0x9d, 'қ'],
  [0x9e, 'һ'],
  [0x9f, 'ҹ'],
  [0xa4, 'Ө'],
  [0xa5, 'Ҙ'],
  [0xa6, 'Ұ'],
  [0xaa, 'Ә'],
  [0xad, 'ӯ'],
  [0xaf, 'Ҝ'],
  [0xb1, 'ұ'],
  [0xb4, 'ҙ'],
  [0xb5, 'ө'],
  [0xba, 'ә'],
  [0xbd, 'Ҫ'],
  [0xbe, 'ҫ'],
  [0xbf, 'ҝ'],
])

const decoders = {
  'utf-8': new TextDecoder('utf-8', { fatal: false, ignoreBOM: true }),
  'windows-1251': new TextDecoder('windows-1251'),
  'koi8-r': new TextDecoder('koi8-r'),
  cp866: new TextDecoder('ibm866'),
  latin1: new TextDecoder('windows-1252'),
}
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** One character per byte, so that offsets in the text are offsets in the bytes. */
export function byteText(bytes: Uint8Array): string {
  return decoders.latin1.decode(bytes)
}

/** Whether the bytes are UTF-8 without a single fault. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Decodes bytes; never throws, what cannot be read becomes U+FFFD. */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === 'marc-8') return decodeMarc8(bytes)
  if (encoding === 'kz-1048') return overlay(bytes, kz1048)
  if (encoding === 'pt154') return overlay(bytes, pt154)
  const text = decoders[encoding].decode(bytes)
  return encoding === 'utf-8' ? undoubled(text) : text
}

/** Text that was UTF-8, was taken for Latin-1 and encoded once more: `MureÅ\x9fene` is `Mureşene`. */
function undoubled(text: string): string {
  if (!/[\u00c2-\u00c5\u00ce-\u00d3\u00e0-\u00ef][\u0080-\u00bf]/.test(text) || /[\u0100-\uffff]/.test(text)) return text
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0))
  return isUtf8(bytes) ? strict.decode(bytes) : text
}

function overlay(bytes: Uint8Array, letters: Map<number, string>): string {
  const text = decoders['windows-1251'].decode(bytes)
  let out = ''
  for (let i = 0; i < bytes.length; i++) out += letters.get(bytes[i] ?? 0) ?? text[i] ?? ''
  return out
}

/** The encoding an XML declaration or a person names, when we know it. */
export function encodingNamed(label: string): Encoding | undefined {
  const name = label.trim().toLowerCase()
  if (/^(utf-?8|us-ascii|ascii)$/.test(name)) return 'utf-8'
  if (/^(windows-1251|cp-?1251|x-cp1251)$/.test(name)) return 'windows-1251'
  if (/^koi8-?[ru]?$/.test(name)) return 'koi8-r'
  if (/^(cp-?866|ibm866|dos-?866)$/.test(name)) return 'cp866'
  if (/^(kz-?1048|strk1048-2002|rk1048)$/.test(name)) return 'kz-1048'
  if (/^(pt-?154|ptcp154|cp154)$/.test(name)) return 'pt154'
  if (/^marc-?8$/.test(name)) return 'marc-8'
  if (/^(iso-8859-1|latin-?1|windows-1252|cp1252)$/.test(name)) return 'latin1'
  return undefined
}
