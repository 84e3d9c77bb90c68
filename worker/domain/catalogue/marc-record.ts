/** Which of the three field vocabularies a record speaks. RUSMARC and KAZMARC are `unimarc`. */
export type Dialect = 'marc21' | 'unimarc' | 'irbis'

interface MarcSubfield {
  code: string
  value: string
}

/** One field; `value` is set for control fields and for data before the first subfield. */
export interface MarcField {
  tag: string
  ind1: string
  ind2: string
  subfields: MarcSubfield[]
  value?: string
}

export interface MarcRecord {
  leader: string
  fields: MarcField[]
}

/** Every field with one of these tags, in the order of the record. */
export function fieldsOf(record: MarcRecord, ...tags: string[]): MarcField[] {
  return record.fields.filter((field) => tags.includes(field.tag))
}

/** The value of the first field with this tag, subfields ignored: `001`, `003`, `008`. */
export function controlValue(record: MarcRecord, tag: string): string | undefined {
  for (const field of record.fields) {
    if (field.tag !== tag) continue
    const value = (field.value ?? field.subfields[0]?.value ?? '').trim()
    if (value !== '') return value
  }
  return undefined
}

/** The first non-empty value of this subfield in this field. Codes of IRBIS are compared without case. */
export function subfield(field: MarcField | undefined, code: string): string | undefined {
  return subfieldsOf(field, code)[0]
}

/** Every non-empty value of these one-letter subfield codes, in the order of the field. */
export function subfieldsOf(field: MarcField | undefined, codes: string): string[] {
  const values: string[] = []
  for (const { code, value } of field?.subfields ?? []) {
    const text = value.trim()
    if (codes.includes(code) && text !== '') values.push(text)
  }
  return values
}

/** Every non-empty value of these subfields over all fields with these tags. */
export function valuesOf(record: MarcRecord, tags: readonly string[], codes: string): string[] {
  return fieldsOf(record, ...tags).flatMap((field) => subfieldsOf(field, codes))
}
