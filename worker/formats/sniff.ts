import type { Dialect, MarcRecord } from '../domain/catalogue/marc-record.ts'
import { type Encoding, encodingNamed } from './encoding.ts'

export type RecordFormat = 'iso2709' | 'marcxml' | 'irbis-text'

/** Which of the three containers the beginning of a file looks like. */
export function sniffFormat(head: string): RecordFormat {
  const begin = head.replace(/^(?:\u00ef\u00bb\u00bf|\ufeff)?[\s\0]*/, '')
  if (/^#\d+(?:\/\d+)?:/.test(begin) || begin.startsWith('*****')) return 'irbis-text'
  if (begin.startsWith('<')) return 'marcxml'
  if (/\d{5}[a-z ]{3}/.test(begin) && begin.includes('\x1e')) return 'iso2709'
  if (/<(?:[\w.-]+:)?(?:record|collection)[\s>]/.test(begin)) return 'marcxml'
  if (/^#\d+(?:\/\d+)?:/m.test(begin)) return 'irbis-text'
  return 'iso2709'
}

/** The encoding an XML file declares. */
export function declaredEncoding(head: string): Encoding | undefined {
  const found = /<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)["']/.exec(head.slice(0, 512))
  return found?.[1] === undefined ? undefined : encodingNamed(found[1])
}

/** Which vocabulary a record speaks; `usual` is what its neighbours in the file speak. */
export function sniffDialect(record: MarcRecord, usual: Dialect | undefined): Dialect {
  const tags = new Set(record.fields.map((field) => field.tag))
  const upper = record.fields.some((field) => field.subfields.some(({ code }) => code >= 'A' && code <= 'Z'))
  const irbisTags = tags.has('920') || tags.has('907') || tags.has('903')
  if (record.leader[10] === '0' && (irbisTags || upper)) return 'irbis'
  if (tags.has('245')) return 'marc21'
  if (tags.has('200')) return irbisTags && upper && record.leader.trim() === '' ? 'irbis' : 'unimarc'
  if (usual !== undefined) return usual
  const general = record.fields.find((field) => field.tag === '100')?.subfields.find(({ code }) => code === 'a')
  if (/^\d{8}[a-z]/.test(general?.value ?? '')) return 'unimarc'
  return tags.has('801') || record.leader.endsWith('450 ') ? 'unimarc' : 'marc21'
}
