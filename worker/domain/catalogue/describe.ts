import { fromIrbis } from './from-irbis.ts'
import { agencyOfMarc21, fromMarc21 } from './from-marc21.ts'
import { agencyOfUnimarc, fromUnimarc } from './from-unimarc.ts'
import { numberedBy } from './headings/access-point.ts'
import { type AuthorityHeading, fromAuthority } from './headings/from-authority.ts'
import { controlValue, type Dialect, fieldsOf, type MarcRecord, subfield, valuesOf } from './marc-record.ts'
import type { IncomingRecord } from './record.ts'

type IncomingRefusal = 'authority-record' | 'holdings-record' | 'deleted-record' | 'serial-issue' | 'no-title'

type Incoming = IncomingRecord | { heading: AuthorityHeading } | { refused: IncomingRefusal; detail: string }

/** Describes a title or a heading from the record as it was read, or says why it is neither. */
export function toIncoming(read: { record: MarcRecord; dialect: Dialect }): Incoming {
  const { record, dialect } = read
  const type = record.leader[6] ?? ' '
  if (dialect !== 'irbis') {
    if (record.leader[5] === 'd') return { refused: 'deleted-record', detail: 'The record is marked as deleted.' }
    if (type === 'z' || isUnimarcAuthority(record, dialect)) {
      const heading = fromAuthority(record, dialect)
      return heading ? { heading } : { refused: 'authority-record', detail: 'The record describes a title or a subdivided heading.' }
    }
    if (dialect === 'marc21' && 'uvxy'.includes(type)) {
      return { refused: 'holdings-record', detail: 'The record describes holdings of another record, not a title.' }
    }
  }
  if (dialect === 'irbis' && /^NJ/i.test(controlValue(record, '920') ?? '')) {
    return { refused: 'serial-issue', detail: 'The record describes one issue of a serial, not a title.' }
  }
  const described = mapped(record, dialect)
  if (described.description.title === '') return { refused: 'no-title', detail: 'The record has no title.' }
  const known = identity(record, dialect)
  return { ...known, ...described, names: numberedBy(known.agency, described.names ?? []) }
}

/** UNIMARC/Authorities uses x, y and z where the bibliographic format has no such types. */
function isUnimarcAuthority(record: MarcRecord, dialect: Dialect): boolean {
  return dialect === 'unimarc' && 'xyz'.includes(record.leader[6] ?? ' ')
}

function mapped(record: MarcRecord, dialect: Dialect) {
  if (dialect === 'irbis') return fromIrbis(record)
  return dialect === 'unimarc' ? fromUnimarc(record) : fromMarc21(record)
}

function identity(record: MarcRecord, dialect: Dialect): { agency: string; controlNumber: string | undefined } {
  if (dialect === 'marc21') return { agency: agencyOfMarc21(record), controlNumber: controlValue(record, '001') }
  if (dialect === 'unimarc') return { agency: agencyOfUnimarc(record), controlNumber: controlValue(record, '001') }
  const origin = fieldsOf(record, '919')[0]
  const agency = subfield(origin, 'K') ?? subfield(origin, 'k') ?? valuesOf(record, ['902'], 'Aa')[0] ?? ''
  return { agency, controlNumber: controlValue(record, '903') ?? controlValue(record, '1119') }
}
