import type { MarcField, MarcRecord } from '../domain/catalogue/marc-record.ts'
import type { Scan, Scanner } from './blocks.ts'
import { byteText, decode, type Encoding } from './encoding.ts'

const fieldEnd = 0x1e
const recordEnd = 0x1d
/** A leader followed by its first directory entry: nothing else looks like this. */
const leaderAhead = /\d{5}[a-z ][a-z ][a-z\d ]\P{Cc}{2}[\d ]{2}\d{5}\P{Cc}{3}4[5 ][\d ]{2}[\da-zA-Z]{3}\d{9}/gu
const padding = /^\p{Cc}*(?:\u00ef\u00bb\u00bf)?\p{Cc}*/u
const notARecord = {
  reason: 'not-a-record',
  detail: 'These bytes stand between records and are not a record.',
}

/** Cuts at the record terminator, and where a new leader begins although the terminator is missing. */
export const scanIso2709: Scanner = (text, final) => {
  const slices: Scan['slices'] = []
  let start = 0
  for (let end = text.indexOf('\x1d'); end >= 0; end = text.indexOf('\x1d', start)) {
    slices.push(...splitAtLeaders(text, start, end + 1))
    start = end + 1
  }
  if (final) {
    slices.push(...splitAtLeaders(text, start, text.length))
    start = text.length
  }
  return { slices, keep: start }
}

function splitAtLeaders(text: string, from: number, to: number): Scan['slices'] {
  const part = text.slice(from, to)
  const begin = padding.exec(part)?.[0].length ?? 0
  if (part.slice(begin).trim() === '') return []
  const starts = [...part.matchAll(leaderAhead)].map((found) => found.index)
  const first = starts[0]
  if (first === undefined) return [{ start: from + begin, end: to }]
  const slices: Scan['slices'] = []
  if (part.slice(begin, first).trim() !== '') {
    slices.push({ start: from + begin, end: from + first, problem: notARecord })
  }
  starts.forEach((at, i) => {
    slices.push({ start: from + at, end: from + (starts[i + 1] ?? part.length) })
  })
  return slices
}

/** Reads one ISO 2709 record, trusting its terminators over its lengths. Says in words why it cannot. */
export function parseIso2709(bytes: Uint8Array, encoding: Encoding): MarcRecord | string {
  const headEnd = bytes.indexOf(fieldEnd)
  if (headEnd < 0) return 'There is no directory of fields.'
  const head = byteText(bytes.subarray(0, headEnd))
  const directory = directoryOf(head)
  if (directory.length === 0) return 'The directory of fields cannot be read.'
  const leader = head
    .slice(0, head.length - directory.length * 12)
    .slice(-24)
    .padStart(24, ' ')
  const parts = splitFields(bytes.subarray(headEnd + 1))
  const complete = bytes[bytes.length - 1] === recordEnd || parts.length >= directory.length
  if (!complete) return 'The record is cut short: fields named in its directory are missing.'
  const fields: MarcField[] = []
  const width = leader[10] === '0' ? 0 : 2
  for (const [tag, part] of pair(directory, parts)) fields.push(parseField(tag, decode(part, encoding), width))
  return fields.length === 0 ? 'The record has no fields.' : { leader, fields }
}

interface Entry {
  tag: string
  start: number
}

/** Entries are read from the end of the directory backwards: the leader before them may have lost bytes. */
function directoryOf(head: string): Entry[] {
  const entries: Entry[] = []
  for (let at = head.length - 12; at >= 0; at -= 12) {
    // A leader that kept its 24 bytes ends exactly here, and may look like an entry.
    if (at === 12 || (at < 24 && head.length % 12 === 0)) break
    const entry = head.slice(at, at + 12)
    if (!/^[\da-zA-Z]{3}[\d ]{9}$/.test(entry)) break
    entries.unshift({ tag: entry.slice(0, 3), start: Number(entry.slice(7)) })
  }
  return entries
}

interface Part {
  start: number
  bytes: Uint8Array
}

function splitFields(data: Uint8Array): Part[] {
  const parts: Part[] = []
  let start = 0
  for (let i = 0; i < data.length; i++) {
    const byte = data[i]
    if (byte !== fieldEnd && byte !== recordEnd) continue
    if (i > start || byte === fieldEnd) parts.push({ start, bytes: data.subarray(start, i) })
    start = i + 1
  }
  if (start < data.length) parts.push({ start, bytes: data.subarray(start) })
  return parts
}

/** By exact starting position when all of them are right, otherwise by order. */
function pair(directory: Entry[], parts: Part[]): [string, Uint8Array][] {
  const byStart = new Map(parts.map((part) => [part.start, part.bytes]))
  const exact = directory.every((entry) => byStart.has(entry.start))
  const pairs: [string, Uint8Array][] = []
  directory.forEach((entry, i) => {
    const bytes = exact ? byStart.get(entry.start) : parts[i]?.bytes
    if (bytes !== undefined) pairs.push([entry.tag, bytes])
  })
  return pairs
}

function parseField(tag: string, text: string, indicators: number): MarcField {
  const [before = '', ...rest] = text.split('\x1f')
  const blank = { tag, ind1: ' ', ind2: ' ', subfields: [] }
  if (rest.length === 0) return { ...blank, value: text }
  const subfields = rest.filter((part) => part !== '').map((part) => ({ code: part[0] ?? ' ', value: part.slice(1) }))
  if (indicators === 0 || tag.startsWith('00')) {
    return before === '' ? { ...blank, subfields } : { ...blank, subfields, value: before }
  }
  return { tag, ind1: before[0] ?? ' ', ind2: before[1] ?? ' ', subfields }
}
