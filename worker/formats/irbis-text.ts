import type { MarcField, MarcRecord } from '../domain/catalogue/marc-record.ts'
import type { Scan, Scanner } from './blocks.ts'

/** Cuts at lines of asterisks. */
export const scanIrbisText: Scanner = (text, final) => {
  const slices: Scan['slices'] = []
  let start = 0
  for (const line of text.matchAll(/^\*{5}[^\n]*\n?/gm)) {
    const end = line.index + line[0].length
    if (!final && end === text.length && !line[0].endsWith('\n')) break
    if (text.slice(start, line.index).trim() !== '') slices.push({ start, end })
    start = end
  }
  if (!final) return { slices, keep: start }
  if (text.slice(start).replace(/[\s\p{Cc}]/gu, '') !== '') slices.push({ start, end: text.length })
  return { slices, keep: text.length }
}

/** Reads `#910: ^A0^B123` lines; a line that does not begin a field continues the one before it. */
export function parseIrbisText(text: string): MarcRecord | string {
  const lines: { tag: string; text: string }[] = []
  for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    if (line.startsWith('*****')) break
    const found = /^#(\d+)(?:\/\d+)?:[ _]?_?(.*)$/.exec(line)
    const last = lines.at(-1)
    if (found !== null) lines.push({ tag: (found[1] ?? '').padStart(3, '0'), text: found[2] ?? '' })
    else if (last !== undefined && line.trim() !== '') last.text += ` ${line.trim()}`
  }
  const fields = lines.map(parseLine)
  return fields.length === 0 ? 'The record has no fields.' : { leader: '', fields }
}

function parseLine({ tag, text }: { tag: string; text: string }): MarcField {
  const [before = '', ...rest] = text.split('^')
  const subfields = rest.filter((part) => part !== '').map((part) => ({ code: part[0] ?? ' ', value: part.slice(1) }))
  const field = { tag, ind1: ' ', ind2: ' ', subfields }
  return before === '' && subfields.length > 0 ? field : { ...field, value: before }
}
