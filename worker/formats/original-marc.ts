import type { MarcRecord } from '../domain/catalogue/marc-record.ts'
import { ENCODINGS, FORMATS } from './names.ts'
import { readRecords } from './read-records.ts'

interface Kept {
  format: string
  encoding: string
  dialect: string
  bytes: Uint8Array
}

/** UNIMARC 100 $a 26-29: the character sets of the record; 50 is ISO 10646. Its leader/9 is not defined, a blank. */
const UNICODE = '50  '

/** MARC 21 says it in leader/9: a is Unicode, a blank MARC-8. */
const withScheme = (leader: string, scheme: string) => `${leader.slice(0, 9).padEnd(9)}${scheme}${leader.slice(10)}`

/** The record that came in, field by field, to be written in UTF-8; nothing where it was not MARC. */
export async function originalMarc({ bytes, ...kept }: Kept): Promise<MarcRecord | undefined> {
  const format = FORMATS.find((each) => each === kept.format)
  const encoding = ENCODINGS.find((each) => each === kept.encoding)
  const dialect = (['marc21', 'unimarc'] as const).find((each) => each === kept.dialect)
  if (!format || !encoding || !dialect) return undefined
  for await (const read of readRecords(new Blob([bytes as Uint8Array<ArrayBuffer>]).stream(), { format, encoding, dialect }))
    if ('record' in read)
      return dialect === 'unimarc' ? inUnicode(read.record) : { ...read.record, leader: withScheme(read.record.leader, 'a') }
  return undefined
}

function inUnicode({ leader, fields }: MarcRecord): MarcRecord {
  const said = fields.map((field) => {
    const [general, ...rest] = field.tag === '100' ? field.subfields : []
    if (general?.code !== 'a' || general.value.length < 30) return field
    const value = general.value.slice(0, 26) + UNICODE + general.value.slice(30)
    return { ...field, subfields: [{ ...general, value }, ...rest] }
  })
  return { leader: withScheme(leader, ' '), fields: said }
}
