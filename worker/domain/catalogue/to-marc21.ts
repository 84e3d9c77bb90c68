import type { MarcField, MarcRecord } from './marc-record.ts'
import type { ClassScheme, Description, Kind } from './record.ts'

export interface RecordToSend {
  id: number
  description: Description
  /** Where its copies stand; `library` is a name as people read it. */
  copies: { library: string; location: string | null; shelfmark: string | null; barcode: string }[]
  /** Where the record can be seen. */
  address: string
}

/** Type of record and bibliographic level, leader 06-07. */
const LEADER: Record<Kind, string> = {
  book: 'am',
  serial: 'as',
  article: 'ab',
  map: 'em',
  music: 'cm',
  sound: 'jm',
  video: 'gm',
  electronic: 'mm',
  other: 'om',
}

const CLASS_TAG: Record<ClassScheme, string> = { udc: '080', ddc: '082', lcc: '050', bbk: '084', other: '084' }
const AGENCY = 'Bulaq'

/** A MARC 21 bibliographic record that says what the catalogue says, in UTF-8 and with a minimal 008. */
export function toMarc21({ id, description: d, copies, address }: RecordToSend): MarcRecord {
  const fields: (MarcField | undefined)[] = [
    control('001', String(id)),
    control('003', AGENCY),
    control('008', fixedField(d)),
    ...d.isbns.map((isbn) => field('020', '  ', { a: isbn })),
    ...d.issns.map((issn) => field('022', '  ', { a: issn })),
    field('040', '  ', { a: AGENCY, b: 'kaz', c: AGENCY }),
    languageField(d),
    ...d.classes.map(({ scheme, value }) => field(CLASS_TAG[scheme], '  ', { a: value, 2: scheme === 'bbk' ? 'rubbk' : undefined })),
    field('090', '  ', { a: d.shelfmark, x: d.authorMark }),
    field('100', '1 ', { a: d.author }),
    field('245', d.author ? '10' : '00', { a: d.title, n: d.part, b: d.subtitle, c: d.responsibility }),
    ...d.parallelTitles.map((title) => field('246', '31', { a: title })),
    field('250', '  ', { a: d.edition }),
    field('264', ' 1', { a: d.place, b: d.publisher, c: d.year === undefined ? undefined : String(d.year) }),
    field('300', '  ', { a: d.extent }),
    ...d.series.map((name) => field('490', '0 ', { a: name })),
    ...d.notes.map((note) => field('500', '  ', { a: note })),
    field('520', '  ', { a: d.abstract }),
    ...d.subjects.map((subject) => field('650', ' 4', { a: subject })),
    ...d.keywords.map((word) => field('653', '  ', { a: word })),
    ...d.contributors.map(({ name, role }) => field('700', '1 ', { a: name, e: role })),
    ...copies.map(({ library, location, shelfmark, barcode }) =>
      field('852', '  ', { b: library, c: location ?? undefined, j: shelfmark ?? undefined, p: barcode }),
    ),
    field('856', '41', { u: address }),
  ]
  return { leader: `00000n${LEADER[d.kind]} a2200000 i 4500`, fields: fields.filter((each) => each !== undefined) }
}

const control = (tag: string, value: string): MarcField => ({ tag, ind1: ' ', ind2: ' ', subfields: [], value })

/** A field of what is known; none when nothing is. */
function field(tag: string, indicators: string, values: Record<string, string | undefined>): MarcField | undefined {
  // Numbers come first among the keys of an object, and last in a field.
  const entries = Object.entries(values).sort(([a], [b]) => Number(/\d/.test(a)) - Number(/\d/.test(b)))
  const subfields = entries.flatMap(([code, value]) => (value === undefined || value === '' ? [] : [{ code, value }]))
  return subfields.length === 0 ? undefined : { tag, ind1: indicators[0] ?? ' ', ind2: indicators[1] ?? ' ', subfields }
}

/** 041 is for several languages or a translation; one language stands in 008. */
function languageField({ languages, originalLanguage }: Description): MarcField | undefined {
  if (languages.length < 2 && !originalLanguage) return undefined
  const subfields = languages.map((value) => ({ code: 'a', value }))
  if (originalLanguage) subfields.push({ code: 'h', value: originalLanguage })
  return { tag: '041', ind1: originalLanguage ? '1' : '0', ind2: ' ', subfields }
}

/** 40 characters: no date of entry, one year, no place, the language at 35. */
function fixedField({ year, language }: Description): string {
  const date = year === undefined ? 'nuuuu' : `s${String(year).padStart(4, '0')}`
  return `${' '.repeat(6)}${date}${' '.repeat(4)}xx ${' '.repeat(17)}${language.padEnd(3).slice(0, 3)} d`
}
