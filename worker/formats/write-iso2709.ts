import type { MarcField, MarcRecord } from '../domain/catalogue/marc-record.ts'

const encoder = new TextEncoder()

/**
 * Writes a record as ISO 2709 in UTF-8; what the record says of its characters is the dialect's, and left as it is. Lengths the format cannot hold are written as nines: readers
 * that trust the terminators, ours among them, still read the record.
 */
export function writeIso2709(record: MarcRecord): Uint8Array {
  const fields = record.fields.map((field) => encoder.encode(`${fieldText(field)}\x1e`))
  let directory = ''
  let start = 0
  record.fields.forEach((field, i) => {
    const length = fields[i]?.length ?? 0
    directory += threeCharacters(field.tag) + digits(length, 4) + digits(start, 5)
    start += length
  })
  const base = 24 + directory.length + 1
  const length = base + start + 1
  const head = encoder.encode(`${leaderOf(record.leader, length, base)}${directory}\x1e`)
  const bytes = new Uint8Array(length)
  bytes.set(head)
  let at = head.length
  for (const field of fields) {
    bytes.set(field, at)
    at += field.length
  }
  bytes[length - 1] = 0x1d
  return bytes
}

function fieldText(field: MarcField): string {
  if (field.value !== undefined && field.subfields.length === 0) return plain(field.value)
  const subfields = field.subfields.map(({ code, value }) => `\x1f${one(code)}${plain(value)}`).join('')
  return `${one(field.ind1)}${one(field.ind2)}${subfields}`
}

/** Positions 0-4, 10-11 and 12-16 are the format's own, 20-23 never change; the rest is the record's. */
function leaderOf(leader: string, length: number, base: number): string {
  const own = ascii(leader).padEnd(24, ' ').slice(0, 24)
  return `${digits(length, 5)}${own.slice(5, 10)}22${digits(base, 5)}${own.slice(17, 20)}45${own[22] === ' ' ? '0' : (own[22] ?? '0')}${own[23]}`
}

function digits(number: number, width: number): string {
  return String(Math.min(number, 10 ** width - 1)).padStart(width, '0')
}

function threeCharacters(tag: string): string {
  return ascii(tag).slice(0, 3).padStart(3, '0')
}

function one(text: string): string {
  return ascii(text)[0] ?? ' '
}

function ascii(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, ' ')
}

function plain(text: string): string {
  return text.replace(/(?![\t\n\r\u007f-\u009f])\p{Cc}/gu, ' ')
}
