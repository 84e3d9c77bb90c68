import { fieldsOf, type MarcField, type MarcRecord, subfield, subfieldsOf } from './marc-record.ts'
import { clean, present, priceIn } from './marc-text.ts'
import type { CopyDescription } from './record.ts'

/** Copies as MARC 21 systems write them: 852 and 876 (standard), 952 (Koha), 949 and 999 (Symphony and others). */
export function copiesOfMarc21(record: MarcRecord): CopyDescription[] {
  const copies = [
    ...fieldsOf(record, '952').map(kohaCopy),
    ...fieldsOf(record, '852').map(standardCopy),
    ...fieldsOf(record, '876', '877', '878').map(itemCopy),
    ...fieldsOf(record, '949', '999').map(symphonyCopy),
  ]
  const seen = new Set<string>()
  return copies.filter((copy) => {
    const mark = copy.barcode ?? copy.inventoryNumber
    if (mark === undefined || seen.has(mark)) return false
    seen.add(mark)
    return true
  })
}

function kohaCopy(field: MarcField): CopyDescription {
  const notForLoan = subfield(field, '7')
  return present<CopyDescription>({
    barcode: subfield(field, 'p'),
    inventoryNumber: subfield(field, 'i'),
    location: [subfield(field, 'a'), subfield(field, 'c')].filter(Boolean).join(' '),
    shelfmark: clean(subfield(field, 'o') ?? ''),
    price: priceIn(subfield(field, 'g') ?? subfield(field, 'v')),
    onSiteOnly: notForLoan !== undefined && notForLoan !== '0' ? true : undefined,
  })
}

function standardCopy(field: MarcField): CopyDescription {
  return present<CopyDescription>({
    barcode: subfield(field, 'p'),
    location: subfieldsOf(field, 'bc').join(' '),
    shelfmark: clean(subfieldsOf(field, 'khim').join(' ') || (subfield(field, 'j') ?? '')),
    price: priceIn(subfield(field, '9') ?? subfield(field, 'y')),
  })
}

function itemCopy(field: MarcField): CopyDescription {
  return present<CopyDescription>({
    barcode: subfield(field, 'p'),
    inventoryNumber: subfield(field, 'a'),
    location: subfield(field, 'l'),
    price: priceIn(subfield(field, 'c')),
  })
}

function symphonyCopy(field: MarcField): CopyDescription {
  const barcode = subfield(field, 'i')
  if (barcode === undefined || !/^[A-Z]{0,3}\d{6,14}$/.test(barcode)) return {}
  return present<CopyDescription>({
    barcode,
    location: subfieldsOf(field, 'ml').join(' '),
    shelfmark: clean(subfield(field, 'a') ?? ''),
    price: priceIn(subfield(field, 'p')),
  })
}
