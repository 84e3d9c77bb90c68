import { type NameFields, namesOf } from './headings/access-point.ts'
import { type LinkFields, otherTitlesOf } from './headings/linked-titles.ts'
import { normalizeIsbn, normalizeIssn } from './identifiers.ts'
import { kindOf } from './marc-kind.ts'
import { controlValue, fieldsOf, type MarcField, type MarcRecord, subfield, subfieldsOf, valuesOf } from './marc-record.ts'
import { clean, distinct, invertedName, languagesIn, present, priceIn, trimIsbd, unbracket, yearIn } from './marc-text.ts'
import type { Classification, ClassScheme, Contributor, CopyDescription, DescribedRecord, Description } from './record.ts'

/** Reads a UNIMARC record, RUSMARC and KAZMARC among them; a record without a title gives an empty title. */
export function fromUnimarc(record: MarcRecord): DescribedRecord {
  const title = fieldsOf(record, '200')[0]
  const imprint = fieldsOf(record, '210')[0] ?? fieldsOf(record, '214')[0]
  const languages = distinct(valuesOf(record, ['101'], 'a').flatMap(languagesIn))
  const general = valuesOf(record, ['100'], 'a')[0] ?? ''
  const notes = distinct(valuesOf(record, ['300', '304', '320', '327', '328'], 'a').map(clean))
  const description: Description = {
    title: distinct(subfieldsOf(title, 'a').map(trimIsbd)).join(' ; '),
    ...present<Omit<Description, 'title'>>({
      kind: kindOf(record.leader, 'l'),
      subtitle: subfieldsOf(title, 'e').map(trimIsbd).join(' : '),
      part: distinct(subfieldsOf(title, 'hiv').map(trimIsbd)).join(', '),
      responsibility: subfieldsOf(title, 'fg').map(trimIsbd).join(' ; '),
      author: fieldsOf(record, '700', '710', '720').map(nameOf)[0],
      contributors: contributorsOf(record),
      language: languages[0] ?? 'und',
      languages,
      originalLanguage: valuesOf(record, ['101'], 'c').flatMap(languagesIn)[0],
      parallelTitles: distinct([...subfieldsOf(title, 'd'), ...valuesOf(record, ['510', '517', '541'], 'a')].map(trimIsbd)),
      otherTitles: otherTitlesOf(record, LINKS, notes),
      edition: trimIsbd(valuesOf(record, ['205'], 'ab').join(', ')),
      place: unbracket(subfield(imprint, 'a') ?? ''),
      publisher: unbracket(subfield(imprint, 'c') ?? ''),
      year: yearIn(subfield(imprint, 'd')) ?? yearIn(general.slice(9, 13)),
      extent: trimIsbd(subfieldsOf(fieldsOf(record, '215')[0], 'a').join(' ')),
      series: seriesOf(record),
      isbns: distinct([...valuesOf(record, ['010'], 'a')].map(normalizeIsbn)),
      issns: distinct(valuesOf(record, ['011'], 'a').map(normalizeIssn)),
      subjects: distinct(fieldsOf(record, '600', '601', '602', '604', '605', '606', '607').map(headingOf)),
      keywords: distinct(valuesOf(record, ['610'], 'a').map(trimIsbd)),
      classes: classesOf(record),
      authorMark: valuesOf(record, ['686'], 'b')[0],
      shelfmark: valuesOf(record, ['899'], 'ji').map(clean)[0],
      notes,
      abstract: clean(valuesOf(record, ['330'], 'a').join(' ')),
    }),
  }
  return { description, copies: copiesOf(record), names: namesOf(record, NAMES) }
}

const LINKS: LinkFields = { originals: ['454', '500'], translations: ['453'], title: 'ta', author: 'a' }
const NAMES: NameFields = {
  persons: ['700', '701', '702'],
  bodies: ['710', '711', '712', '720', '721', '722'],
  years: 'f',
  authority: '3',
  nameOf,
}

function nameOf(field: MarcField): string | undefined {
  if (field.tag.startsWith('71')) return trimIsbd(subfieldsOf(field, 'ab').join('. ')) || undefined
  const numeral = subfield(field, 'd')
  const surname = [subfield(field, 'a'), numeral].filter(Boolean).join(' ')
  return invertedName(surname, subfield(field, 'g') ?? subfield(field, 'b'))
}

function contributorsOf(record: MarcRecord): Contributor[] {
  const [, ...others] = fieldsOf(record, '700', '710', '720')
  return [...others, ...fieldsOf(record, '701', '702', '711', '712', '721', '722')].flatMap((field) => {
    const name = nameOf(field)
    return name === undefined ? [] : [present<Contributor>({ name, role: subfield(field, '4') })]
  })
}

/** 225 as printed; without it the series or set the record is linked to, embedded as `$1200 $a` or as `$t`. */
function seriesOf(record: MarcRecord): string[] {
  const withVolume = (field: MarcField) => {
    const name = subfield(field, 't') ?? subfield(field, 'a')
    return [name, subfield(field, 'v')]
      .filter((part) => part !== undefined)
      .map(trimIsbd)
      .join(' ; ')
  }
  const printed = distinct(fieldsOf(record, '225').map(withVolume))
  const linked = fieldsOf(record, printed.length > 0 ? '461' : '410', '461', '462').map(withVolume)
  return distinct([...printed, ...linked])
}

function headingOf(field: MarcField): string {
  const person = field.tag === '600' ? invertedName(subfield(field, 'a'), subfield(field, 'g') ?? subfield(field, 'b')) : undefined
  const name = person ?? subfieldsOf(field, field.tag === '601' ? 'ab' : 'a').join('. ')
  return [name, ...subfieldsOf(field, 'xyzj')].map(trimIsbd).filter(Boolean).join(' — ')
}

const schemes: Readonly<Record<string, ClassScheme>> = { '675': 'udc', '676': 'ddc', '680': 'lcc' }

function classesOf(record: MarcRecord): Classification[] {
  const classes: Classification[] = []
  for (const field of fieldsOf(record, '675', '676', '680', '686')) {
    const scheme = schemes[field.tag] ?? (/bbk/i.test(subfield(field, '2') ?? '') ? 'bbk' : 'other')
    for (const value of distinct(subfieldsOf(field, 'a').map(trimIsbd))) {
      if (!classes.some((known) => known.scheme === scheme && known.value === value)) classes.push({ scheme, value })
    }
  }
  return classes
}

function copiesOf(record: MarcRecord): CopyDescription[] {
  return fieldsOf(record, '899').flatMap((field) => {
    const copy = present<CopyDescription>({
      barcode: subfield(field, 'p'),
      inventoryNumber: subfield(field, 'x'),
      location: subfieldsOf(field, 'abc').join(' '),
      shelfmark: subfieldsOf(field, 'ji').map(clean)[0],
      price: priceIn(subfield(field, 'y')),
    })
    return copy.barcode === undefined && copy.inventoryNumber === undefined ? [] : [copy]
  })
}

/** Who numbered the record: 801 $b, or the owner of 001. */
export function agencyOfUnimarc(record: MarcRecord): string {
  return valuesOf(record, ['801'], 'b')[0] ?? controlValue(record, '003') ?? ''
}
