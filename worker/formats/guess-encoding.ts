import { decode, type Encoding, isUtf8 } from './encoding.ts'

type Cyrillic = 'windows-1251' | 'koi8-r' | 'cp866' | 'kz-1048' | 'pt154'
const cyrillic: readonly Cyrillic[] = ['windows-1251', 'koi8-r', 'cp866', 'kz-1048', 'pt154']

/** Letters by how often Russian and Kazakh texts use them; what is not here is a sign of a wrong guess. */
const weight = new Map<string, number>()
for (const letter of 'оеаинтсрвлкмдпу') weight.set(letter, 3)
for (const letter of 'яыьгзбчйхжшюцщэфъё') weight.set(letter, 1)
for (const letter of 'әіғқңөұүһ') weight.set(letter, 1.5)

/** How much a text reads like Russian or Kazakh, by letters and by where capitals stand. */
function cyrillicScore(text: string): number {
  let score = 0
  let before = ' '
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    if (code >= 0x80) {
      const lower = letter.toLowerCase()
      const known = weight.get(lower)
      if (known === undefined) score -= /[«»№–—…“”„’ ©°§]/.test(letter) ? 0 : 3
      else if (letter === lower) score += known
      else if (/\p{Ll}/u.test(before)) score -= 3
      else score += known / 4
    }
    before = letter
  }
  return score
}

export interface EncodingClues {
  /** The record is MARC 21, where MARC-8 is usual. */
  marc21: boolean
  /** What the record or file says of itself. */
  claimed?: Encoding | undefined
}

/** Guesses record by record and remembers: a record with two foreign letters is read as its neighbours are. */
export class EncodingGuess {
  readonly #evidence = new Map<Cyrillic, number>(cyrillic.map((name) => [name, 0]))

  guess(bytes: Uint8Array, clues: EncodingClues): Encoding {
    const shape = shapeOf(bytes)
    if (shape.high === 0) return shape.escapes > 0 && clues.marc21 ? 'marc-8' : 'utf-8'
    if (isUtf8(bytes)) return 'utf-8'
    if (shape.sequences > 2 * (shape.high - shape.inSequences)) return 'utf-8'
    if (shape.inWords < shape.high * 0.5) return this.#latin(bytes, shape, clues)
    return this.#cyrillic(bytes, clues)
  }

  #latin(bytes: Uint8Array, shape: Shape, clues: EncodingClues): Encoding {
    if (clues.claimed !== undefined && clues.claimed !== 'utf-8') return clues.claimed
    if (shape.escapes > 0) return 'marc-8'
    if (!clues.marc21 && this.#leading() > 0) return this.#cyrillic(bytes, clues)
    const text = decode(bytes, 'marc-8')
    const loose = text.match(/[^\p{M}][\u0300-\u0304\u0307-\u030c\u0327\u0328]|\ufffd/gu)?.length ?? 0
    const composed = text.match(/[\u00c0-\u017f\u1e00-\u1eff]/gu)?.length ?? 0
    return composed >= loose ? 'marc-8' : 'latin1'
  }

  #cyrillic(bytes: Uint8Array, clues: EncodingClues): Encoding {
    const high = bytes.filter((byte) => byte >= 0x80 || byte === 0x20)
    let best: Cyrillic = 'windows-1251'
    let bestScore = Number.NEGATIVE_INFINITY
    for (const name of cyrillic) {
      const own = cyrillicScore(decode(high, name))
      const known = this.#evidence.get(name) ?? 0
      // One odd byte does not make a Russian record Kazakh: the rare alphabets must win by a few letters.
      const handicap = name === 'kz-1048' || name === 'pt154' ? 8 : 0
      const score = own + known / 20 + (clues.claimed === name ? 20 : 0) - handicap
      this.#evidence.set(name, known + own)
      if (score > bestScore) {
        best = name
        bestScore = score
      }
    }
    return best
  }

  #leading(): number {
    return Math.max(...this.#evidence.values())
  }
}

interface Shape {
  high: number
  /** In runs of three and more. */
  inWords: number
  escapes: number
  sequences: number
  inSequences: number
}

/** Counts what tells alphabets apart: Cyrillic bytes come in words, MARC-8 marks come alone. */
function shapeOf(bytes: Uint8Array): Shape {
  const shape: Shape = { high: 0, inWords: 0, escapes: 0, sequences: 0, inSequences: 0 }
  let follow = 0
  let length = 0
  let run = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    if (byte === 0x1b) shape.escapes++
    if (byte < 0x80) {
      follow = 0
      run = 0
      continue
    }
    shape.high++
    run++
    if (run === 3) shape.inWords += 3
    if (run > 3) shape.inWords++
    if (follow > 0 && byte < 0xc0) {
      if (--follow === 0) {
        shape.sequences++
        shape.inSequences += length
      }
    } else {
      length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0
      follow = Math.max(0, length - 1)
    }
  }
  return shape
}
