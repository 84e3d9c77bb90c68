import { SaxesParser } from 'saxes'
import type { MarcField, MarcRecord } from '../domain/catalogue/marc-record.ts'
import type { Scan, Scanner } from './blocks.ts'

const recordTag = /<!--|<(\/?)(?:[\w.-]+:)?record(?=[\s>/])[^>]*>/g
const marcInside = /<(?:[\w.-]+:)?(?:leader|controlfield|datafield)[\s>/]/
const notClosed = {
  reason: 'record-not-closed',
  detail: 'The record has no closing tag.',
}

/** Cuts out the innermost `<record>…</record>`, whatever envelope it lies in and whether that is well formed. */
export const scanMarcxml: Scanner = (text, final) => {
  const slices: Scan['slices'] = []
  let open: number | undefined
  let done = 0
  const lost = (start: number, end: number) => {
    if (marcInside.test(text.slice(start, end))) slices.push({ start, end, problem: notClosed })
  }
  recordTag.lastIndex = 0
  for (let tag = recordTag.exec(text); tag !== null; tag = recordTag.exec(text)) {
    const end = tag.index + tag[0].length
    if (tag[0] === '<!--') {
      const close = text.indexOf('-->', end)
      // A comment that never ends must not swallow the rest of the file.
      if (close >= 0) recordTag.lastIndex = close
      continue
    }
    if (tag[1] === '/') {
      if (open !== undefined && marcInside.test(text.slice(open, tag.index))) slices.push({ start: open, end })
      open = undefined
    } else {
      if (open !== undefined) lost(open, tag.index)
      open = tag[0].endsWith('/>') ? undefined : tag.index
    }
    done = end
  }
  if (!final) return { slices, keep: open ?? Math.max(done, lastMarkup(text)) }
  if (open !== undefined) lost(open, text.length)
  return { slices, keep: text.length }
}

/** Where a tag may have begun that the next block finishes. */
function lastMarkup(text: string): number {
  const at = text.lastIndexOf('<')
  return at < 0 ? text.length : at
}

/** Reads one `<record>`; says in words why it cannot. Entities that are not XML's own stay as they are written. */
export function parseMarcxml(xml: string): MarcRecord | string {
  const parser = new SaxesParser({ xmlns: false })
  const record: MarcRecord = { leader: '', fields: [] }
  let field: MarcField | undefined
  let code = ''
  let text = ''
  let fault: string | undefined
  parser.on('error', (error) => {
    if (!/undefined entity|unbound namespace/.test(error.message)) fault ??= error.message
  })
  parser.on('opentag', ({ name, attributes }) => {
    const local = localName(name)
    text = ''
    if (local === 'controlfield' || local === 'datafield') {
      field = { tag: attributes.tag ?? '', ind1: attributes.ind1 || ' ', ind2: attributes.ind2 || ' ', subfields: [] }
    }
    if (local === 'subfield') code = attributes.code ?? ''
  })
  parser.on('text', (part) => {
    text += part
  })
  parser.on('cdata', (part) => {
    text += part
  })
  parser.on('closetag', ({ name }) => {
    const local = localName(name)
    if (local === 'leader') record.leader = text.replace(/[\r\n\t]/g, '')
    if (local === 'subfield') field?.subfields.push({ code, value: text.replace(/\s+/g, ' ') })
    if (field !== undefined && (local === 'controlfield' || local === 'datafield')) {
      if (field.tag !== '') record.fields.push(local === 'controlfield' ? { ...field, value: text } : field)
      field = undefined
    }
  })
  parser.write(xml.replace(/(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]/gu, ' ')).close()
  if (fault !== undefined) return `The record is not well-formed XML: ${fault.replace(/^\d+:\d+: /, '')}`
  return record.fields.length === 0 ? 'The record has no fields.' : record
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
