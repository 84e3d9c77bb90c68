import { copiesOfIrbis, plain, shelfmarkOfIrbis } from './copies-irbis.ts'
import { type NameFields, namesOf } from './headings/access-point.ts'
import { type LinkFields, otherTitlesOf } from './headings/linked-titles.ts'
import { normalizeIsbn, normalizeIssn } from './identifiers.ts'
import { fieldsOf, type MarcField, type MarcRecord, subfield, subfieldsOf } from './marc-record.ts'
import { clean, distinct, invertedName, languagesIn, present, trimIsbd, unbracket, yearIn } from './marc-text.ts'
import type { Classification, Contributor, DescribedRecord, Description, Kind } from './record.ts'

/** Reads an IRBIS64 record: UNIMARC-like fields with the codes of IRBIS; without a title the title is empty. */
export function fromIrbis(source: MarcRecord): DescribedRecord {
  const record = lowerCased(source)
  const title = fieldsOf(record, '200')[0]
  const set = fieldsOf(record, '461')[0]
  const ownTitle = trimIsbd(subfield(title, 'a') ?? '')
  const setTitle = trimIsbd(subfield(set, 'c') ?? '')
  const imprints = fieldsOf(record, '210')
  const imprint = imprints[0]
  const languages = distinct(plain(record, '101').flatMap(languagesIn))
  const people = fieldsOf(record, '700', '961', '701', '926', '702', '971').map((field) => ({ field, name: personOf(field) }))
  const bodies = fieldsOf(record, '710', '711', '962', '972').map((field) => ({
    field,
    name: trimIsbd(subfieldsOf(field, 'ab').join('. ')),
  }))
  const author = people.find(({ field }) => '700 961'.includes(field.tag))?.name
  const notes = distinct([...plain(record, '300'), ...plain(record, '320')].map(clean))
  const description: Description = {
    title: ownTitle || setTitle,
    ...present<Omit<Description, 'title'>>({
      kind: kindOfIrbis(record),
      subtitle: subfieldsOf(title, 'e').map(trimIsbd).join(' : '),
      part: trimIsbd(subfield(title, 'v') ?? ''),
      responsibility: subfieldsOf(title, 'fg').map(trimIsbd).join(' ; ') || trimIsbd(subfield(set, 'f') ?? ''),
      author,
      contributors: contributors([...people, ...bodies], author),
      language: languages[0] ?? 'und',
      languages,
      parallelTitles: distinct(fieldsOf(record, '510', '517', '541').map((field) => trimIsbd(subfield(field, 'a') ?? field.value ?? ''))),
      otherTitles: otherTitlesOf(record, LINKS, notes),
      edition: trimIsbd(
        fieldsOf(record, '205')
          .flatMap((field) => subfieldsOf(field, 'ab'))
          .join(', '),
      ),
      place: unbracket(subfield(imprint, 'a') ?? subfield(set, 'd') ?? ''),
      publisher: unbracket(subfield(imprint, 'c') ?? subfield(set, 'g') ?? ''),
      year:
        yearIn(imprints.flatMap((field) => subfieldsOf(field, 'd')).join(' ')) ??
        yearIn([...plain(record, '934'), ...subfieldsOf(fieldsOf(record, '463')[0], 'j'), ...subfieldsOf(set, 'h')].join(' ')),
      extent: extentOf(record),
      series: seriesOf(record, ownTitle === '' ? '' : setTitle),
      isbns: distinct(
        fieldsOf(record, '010', '461')
          .flatMap((field) => subfieldsOf(field, field.tag === '010' ? 'a' : 'i'))
          .map(normalizeIsbn),
      ),
      issns: distinct(
        fieldsOf(record, '011')
          .flatMap((field) => subfieldsOf(field, 'a'))
          .map(normalizeIssn),
      ),
      subjects: distinct(fieldsOf(record, '606', '607', '600', '601').map(headingOf)),
      keywords: distinct(plain(record, '610').map(trimIsbd)),
      classes: classesOf(record),
      authorMark: plain(record, '908')[0],
      shelfmark: shelfmarkOfIrbis(record),
      notes,
      abstract: clean([...plain(record, '331')].join(' ')),
    }),
  }
  return { description, copies: copiesOfIrbis(record), names: namesOf(record, NAMES) }
}

const LINKS: LinkFields = { originals: ['454'], translations: ['453'], title: 'act', author: 'd' }
const NAMES: NameFields = {
  persons: ['700', '961', '701', '926', '702', '971'],
  bodies: ['710', '711', '962', '972'],
  years: 'f',
  authority: '3',
  nameOf: (field) => personOf(field) ?? trimIsbd(subfieldsOf(field, 'ab').join('. ')),
}

/** IRBIS does not tell `^A` from `^a`. */
function lowerCased(record: MarcRecord): MarcRecord {
  const fields = record.fields.map((field) => ({
    ...field,
    subfields: field.subfields.map(({ code, value }) => ({ code: code.toLowerCase(), value })),
  }))
  return { leader: record.leader, fields }
}

const kinds: readonly [RegExp, Kind][] = [
  [/^ASP/, 'article'],
  [/^(?:N?J|OJ)/, 'serial'],
  [/^MUS/, 'music'],
  [/^(?:KART|MAP)/, 'map'],
  [/^(?:AUD|ZV)/, 'sound'],
  [/^(?:VID|KINO)/, 'video'],
]

function kindOfIrbis(record: MarcRecord): Kind {
  const worksheet = plain(record, '920')[0] ?? ''
  return kinds.find(([pattern]) => pattern.test(worksheet.toUpperCase()))?.[1] ?? 'book'
}

function personOf(field: MarcField): string | undefined {
  return invertedName(subfield(field, 'a'), subfield(field, 'g') ?? subfield(field, 'b'))
}

function contributors(named: { field: MarcField; name: string | undefined }[], author: string | undefined): Contributor[] {
  const seen = new Set([author])
  return named.flatMap(({ field, name }) => {
    if (name === undefined || name === '' || seen.has(name)) return []
    seen.add(name)
    return [present<Contributor>({ name, role: subfield(field, '4')?.replace(/^\d+\s*/, '') })]
  })
}

function extentOf(record: MarcRecord): string | undefined {
  const pages = subfield(fieldsOf(record, '215')[0], 'a')
  return pages !== undefined && /^\d+$/.test(pages) ? `${pages} с.` : pages
}

function seriesOf(record: MarcRecord, set: string): string[] {
  const source = fieldsOf(record, '463').map((field) => trimIsbd(subfield(field, 'c') ?? ''))
  const series = fieldsOf(record, '225').map((field) => subfieldsOf(field, 'av').map(trimIsbd).join(' ; '))
  return distinct([set, ...source, ...series])
}

function headingOf(field: MarcField): string {
  const name = field.tag === '600' ? personOf(field) : subfieldsOf(field, 'a').join(' ')
  const texts = [name ?? '', ...subfieldsOf(field, 'bcdoehg'.replace(field.tag === '600' ? /[bg]/g : '', ''))]
  return texts.map(trimIsbd).filter(Boolean).join(' — ')
}

function classesOf(record: MarcRecord): Classification[] {
  const of = (tag: string, scheme: Classification['scheme']) =>
    distinct(plain(record, tag).map(trimIsbd)).map((value) => ({ scheme, value }))
  return [...of('675', 'udc'), ...of('621', 'bbk'), ...of('964', 'other')]
}
