import type { MarcField, MarcRecord } from '../../worker/domain/catalogue/marc-record.ts'
import { decode, type Encoding } from '../../worker/formats/encoding.ts'
import { type ReadOptions, type ReadRecord, readRecords } from '../../worker/formats/read-records.ts'

/** `field('245', '10', 'aTitle /', 'cWho')`; one text without indicators makes a control field. */
export function field(tag: string, indicators: string, ...subfields: string[]): MarcField {
  return {
    tag,
    ind1: indicators[0] ?? ' ',
    ind2: indicators[1] ?? ' ',
    subfields: subfields.map((text) => ({ code: text[0] ?? ' ', value: text.slice(1) })),
  }
}

export function control(tag: string, value: string): MarcField {
  return { tag, ind1: ' ', ind2: ' ', subfields: [], value }
}

export function record(leader: string, ...fields: MarcField[]): MarcRecord {
  return { leader, fields }
}

export const bookLeader = '00000nam a2200000 i 4500'

export function titled(title: string, number = '1'): MarcRecord {
  return record(bookLeader, control('001', number), field('245', '10', `a${title}`))
}

/** Writes text in an eight-bit alphabet by turning its decoder around. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  const codes = new Map<string, number>()
  for (let byte = 255; byte >= 0; byte--) codes.set(decode(Uint8Array.of(byte), encoding), byte)
  return Uint8Array.from(text, (letter) => codes.get(letter) ?? 0x3f)
}

/** ISO 2709 in any alphabet; `indicators` is 0 for IRBIS. */
export function iso(source: MarcRecord, encoding: Encoding = 'utf-8', indicators = 2): Uint8Array {
  const bodies = source.fields.map((each) => {
    const before = each.value ?? (indicators === 0 ? '' : each.ind1 + each.ind2)
    return encode(`${before}${each.subfields.map(({ code, value }) => `\x1f${code}${value}`).join('')}\x1e`, encoding)
  })
  let start = 0
  const directory = bodies.map((body, i) => {
    const entry = `${source.fields[i]?.tag}${pad(body.length, 4)}${pad(start, 5)}`
    start += body.length
    return entry
  })
  const base = 25 + directory.length * 12
  const head = `${pad(base + start + 1, 5)}${source.leader.slice(5, 10)}${indicators}${indicators}${pad(base, 5)}${source.leader.slice(17)}${directory.join('')}\x1e`
  return join(encode(head, 'utf-8'), ...bodies, Uint8Array.of(0x1d))
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0')
}

export function join(...parts: (Uint8Array | string)[]): Uint8Array {
  const all = parts.map((part) => (typeof part === 'string' ? new TextEncoder().encode(part) : part))
  const out = new Uint8Array(all.reduce((total, part) => total + part.length, 0))
  let at = 0
  for (const part of all) {
    out.set(part, at)
    at += part.length
  }
  return out
}

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

export async function readAll(bytes: Uint8Array | string, options: ReadOptions = {}, size = 1000): Promise<ReadRecord[]> {
  const all: ReadRecord[] = []
  for await (const read of readRecords(chunked(join(bytes), size), options)) all.push(read)
  return all
}

/** The 245 or 200 $a of what was read, or the reason it was not. */
export function titles(all: ReadRecord[]): string[] {
  return all.map((read) => {
    if ('problem' in read) return `!${read.problem.reason}`
    const title = read.record.fields.find(({ tag }) => tag === '245' || tag === '200')
    return title?.subfields.find(({ code }) => code.toLowerCase() === 'a')?.value ?? ''
  })
}
