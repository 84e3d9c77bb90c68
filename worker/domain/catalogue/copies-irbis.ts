import { fieldsOf, type MarcRecord, subfield, subfieldsOf } from './marc-record.ts'
import { present, priceIn } from './marc-text.ts'
import type { CopyDescription } from './record.ts'

/** 906 is the systematic shelfmark; 903 is the record's key, a shelfmark with a dash and a number after it. */
export function shelfmarkOfIrbis(record: MarcRecord): string | undefined {
  const place = plain(record, '906')[0]
  const mark = plain(record, '908')[0]
  if (place !== undefined) return mark === undefined ? place : `${place} ${mark}`
  return plain(record, '903')[0]?.replace(/-\d+$/, '')
}

/** Copies of field 910, written off ones left out. */
export function copiesOfIrbis(record: MarcRecord): CopyDescription[] {
  const price = priceIn(subfield(fieldsOf(record, '010')[0], 'd'))
  const seen = new Set<string>()
  return fieldsOf(record, '910').flatMap((field) => {
    const number = subfield(field, 'b')
    // In a copy group ^B is how many, and ^A says so with U, R or 6: written off copies are not copies.
    const status = subfield(field, 'a')?.toUpperCase() ?? '0'
    const copy = present<CopyDescription>({
      barcode: subfield(field, 'h'),
      inventoryNumber: status === 'U' || status === 'R' ? undefined : number,
      location: subfield(field, 'd'),
      shelfmark: shelfmarkOfIrbis(record),
      price: priceIn(subfield(field, 'e')) ?? price,
    })
    const key = copy.barcode ?? copy.inventoryNumber
    if (key === undefined || status === '6' || seen.has(key)) return []
    seen.add(key)
    return [copy]
  })
}

/** The values of fields that are written with `^A` as often as without. */
export function plain(record: MarcRecord, tag: string): string[] {
  return fieldsOf(record, tag)
    .flatMap((field) => [field.value?.trim() ?? '', ...subfieldsOf(field, 'a')])
    .filter((text) => text !== '')
}
