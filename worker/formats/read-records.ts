import type { Dialect, MarcRecord } from '../domain/catalogue/marc-record.ts'
import { blocks, type Chunks, cut, type Scanner, type Slice } from './blocks.ts'
import { byteText, decode, type Encoding } from './encoding.ts'
import { EncodingGuess } from './guess-encoding.ts'
import { parseIrbisText, scanIrbisText } from './irbis-text.ts'
import { parseIso2709, scanIso2709 } from './iso2709.ts'
import { parseMarcxml, scanMarcxml } from './marcxml.ts'
import { declaredEncoding, type RecordFormat, sniffDialect, sniffFormat } from './sniff.ts'
import { utf8Blocks } from './utf16.ts'

export type { Chunks } from './blocks.ts'

export interface ReadOptions {
  format?: RecordFormat
  encoding?: Encoding
  dialect?: Dialect
}

interface GoodRecord {
  number: number
  /** As it came, so that it can be kept or sent back. */
  bytes: Uint8Array
  format: RecordFormat
  encoding: Encoding
  dialect: Dialect
  record: MarcRecord
}

interface BadRecord {
  number: number
  bytes: Uint8Array
  problem: { reason: string; detail: string }
}

export type ReadRecord = GoodRecord | BadRecord

const scanners: Record<RecordFormat, Scanner> = {
  iso2709: scanIso2709,
  marcxml: scanMarcxml,
  'irbis-text': scanIrbisText,
}
const learningBytes = 65536

/**
 * Reads a file of bibliographic records as a stream. A record that cannot be read is reported in its
 * place and never stops the rest; `number` counts records and reports from 1.
 */
export async function* readRecords(chunks: Chunks, options: ReadOptions = {}): AsyncGenerator<ReadRecord> {
  const source = utf8Blocks(blocks(chunks))
  const first = await source.next()
  if (first.done) return
  const head = byteText(first.value)
  const format = options.format ?? sniffFormat(head)
  const reader = new SliceReader(format, options, format === 'marcxml' ? declaredEncoding(head) : undefined)
  const slices = cut(rejoin(first.value, source), scanners[format], byteText)
  let number = 0
  let waiting: Slice[] = []
  let waitingBytes = 0
  for await (const slice of slices) {
    if (waitingBytes < learningBytes) {
      reader.learn(slice)
      waiting.push(slice)
      waitingBytes += slice.bytes.length
      continue
    }
    for (const held of waiting) yield reader.read(++number, held)
    waiting = []
    yield reader.read(++number, slice)
  }
  for (const held of waiting) yield reader.read(++number, held)
}

async function* rejoin(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  yield* rest
}

class SliceReader {
  readonly #format: RecordFormat
  readonly #options: ReadOptions
  readonly #declared: Encoding | undefined
  readonly #guess = new EncodingGuess()
  #usual: Dialect | undefined

  constructor(format: RecordFormat, options: ReadOptions, declared: Encoding | undefined) {
    this.#format = format
    this.#options = options
    this.#declared = declared
  }

  /** Lets the first records of a file bear witness for each other before any of them is read. */
  learn(slice: Slice): void {
    if (slice.problem === undefined && this.#options.encoding === undefined) this.#encodingOf(slice.bytes)
  }

  read(number: number, { bytes, problem }: Slice): ReadRecord {
    if (problem !== undefined) return { number, bytes, problem }
    const encoding = this.#options.encoding ?? this.#encodingOf(bytes)
    const record = this.#parse(bytes, encoding)
    if (typeof record === 'string') {
      return { number, bytes, problem: { reason: 'unreadable-record', detail: record } }
    }
    return { number, bytes, format: this.#format, encoding, dialect: this.#dialectOf(record), record }
  }

  #parse(bytes: Uint8Array, encoding: Encoding): MarcRecord | string {
    if (this.#format === 'iso2709') return parseIso2709(bytes, encoding)
    const text = decode(bytes, encoding)
    return this.#format === 'marcxml' ? parseMarcxml(text) : parseIrbisText(text)
  }

  #dialectOf(record: MarcRecord): Dialect {
    if (this.#options.dialect !== undefined) return this.#options.dialect
    if (this.#format === 'irbis-text') return 'irbis'
    const dialect = sniffDialect(record, this.#usual)
    this.#usual = dialect
    return dialect
  }

  #encodingOf(bytes: Uint8Array): Encoding {
    if (this.#declared !== undefined && this.#declared !== 'utf-8') return this.#declared
    if (this.#format !== 'iso2709') return this.#guess.guess(bytes, { marc21: false })
    const rough = parseIso2709(bytes, 'latin1')
    if (typeof rough === 'string') return this.#guess.guess(bytes, { marc21: false })
    const dialect = this.#options.dialect ?? sniffDialect(rough, this.#usual)
    const claimed = dialect === 'unimarc' ? claimedByUnimarc(rough) : undefined
    return this.#guess.guess(bytes, { marc21: dialect === 'marc21', claimed })
  }
}

/** RUSMARC 100 $a 26-27 names the character set. */
function claimedByUnimarc(record: MarcRecord): Encoding | undefined {
  const general = record.fields.find((field) => field.tag === '100')?.subfields[0]?.value
  const code = general?.slice(26, 28)
  return code === '79' ? 'koi8-r' : code === '89' ? 'windows-1251' : undefined
}
