import { copiesOfMarc21 } from './copies-marc21.ts'
import { type NameFields, namesOf } from './headings/access-point.ts'
import { type LinkFields, otherTitlesOf } from './headings/linked-titles.ts'
import { normalizeIsbn, normalizeIssn } from './identifiers.ts'
import { kindOf } from './marc-kind.ts'
import { controlValue, fieldsOf, type MarcField, type MarcRecord, subfield, subfieldsOf, valuesOf } from './marc-record.ts'
import { balanced, clean, distinct, languagesIn, present, trimIsbd, trimName, unbracket, yearIn } from './marc-text.ts'
import type { Classification, ClassScheme, Contributor, DescribedRecord, Description, OtherTitle } from './record.ts'

/** Reads a MARC 21 bibliographic record; a record without a title gives an empty title. */
export function fromMarc21(record: MarcRecord): DescribedRecord {
  const title = fieldsOf(record, '245')[0]
  const main = fieldsOf(record, '100', '110', '111')[0]
  const imprint = imprintOf(record)
  const imprintPart = (code: string) => subfield(imprint, code) ?? valuesOf(record, ['260', '264'], code)[0] ?? ''
  const fixed = record.fields.find((field) => field.tag === '008')?.value ?? ''
  const languages = distinct([...languagesIn(fixed.slice(35, 38)), ...valuesOf(record, ['041'], 'a').flatMap(languagesIn)])
  const parallelSubtitle = /=\s*$/.test(subfield(title, 'a') ?? '')
  const subtitle = subfieldsOf(title, 'b').map(trimIsbd).join(' : ')
  const series = fieldsOf(record, '490', '440').map(withVolume)
  const notes = distinct(valuesOf(record, ['500', '502', '504', '505', '546'], 'a').map(clean))
  const description: Description = {
    title: balanced(trimIsbd(subfield(title, 'a') ?? subfield(title, 'k') ?? '')),
    ...present<Omit<Description, 'title'>>({
      kind: kindOf(record.leader, 'm'),
      subtitle: parallelSubtitle ? undefined : balanced(subtitle),
      part: subfieldsOf(title, 'np').map(trimIsbd).join(', '),
      responsibility: trimIsbd(subfield(title, 'c') ?? ''),
      author: nameOf(main),
      contributors: contributorsOf(record),
      language: languages[0] ?? 'und',
      languages,
      originalLanguage: valuesOf(record, ['041'], 'h').flatMap(languagesIn)[0],
      parallelTitles: distinct([parallelSubtitle ? subtitle : '', ...variantTitles(record)]),
      otherTitles: otherTitlesOf(record, LINKS, notes, uniformTitles(record)),
      edition: trimIsbd(valuesOf(record, ['250'], 'ab').join(' ')),
      place: unbracket(imprintPart('a')),
      publisher: unbracket(imprintPart('b')),
      year: yearIn(subfield(imprint, 'c')) ?? yearIn(valuesOf(record, ['260', '264'], 'c').join(' ')) ?? yearIn(fixed.slice(7, 11)),
      extent: trimIsbd(subfieldsOf(fieldsOf(record, '300')[0], 'a').join(' ')),
      series: distinct(series.length > 0 ? series : fieldsOf(record, '830').map(withVolume)),
      isbns: distinct(valuesOf(record, ['020'], 'a').map(normalizeIsbn)),
      issns: distinct(valuesOf(record, ['022'], 'a').map(normalizeIssn)),
      subjects: distinct(fieldsOf(record, '600', '610', '611', '630', '648', '650', '651').map(headingOf)),
      keywords: distinct(valuesOf(record, ['653'], 'a').map(trimIsbd)),
      classes: classesOf(record),
      authorMark: valuesOf(record, ['090', '084'], 'x')[0],
      shelfmark: shelfmarkOf(record),
      notes,
      abstract: clean(valuesOf(record, ['520'], 'a').join(' ')),
    }),
  }
  return { description, copies: copiesOfMarc21(record), names: namesOf(record, NAMES) }
}

const LINKS: LinkFields = { originals: ['765'], translations: ['767'], title: 'tsa', author: 'a' }
const NAMES: NameFields = { persons: ['100', '700'], bodies: ['110', '111', '710', '711'], years: 'd', authority: '0', nameOf }

function imprintOf(record: MarcRecord): MarcField | undefined {
  const imprints = fieldsOf(record, '260', '264')
  return imprints.find((field) => field.tag === '264' && field.ind2 === '1') ?? imprints[0]
}

function nameOf(field: MarcField | undefined): string | undefined {
  const codes = field?.tag.endsWith('00') || field?.tag === '880' ? 'ab' : 'abn'
  return trimName(subfieldsOf(field, codes).join(' ')) || undefined
}

/** Added entries, then the main and added entries in their own script. */
function contributorsOf(record: MarcRecord): Contributor[] {
  const linked = fieldsOf(record, '880').filter((field) => /^[17][01]\d/.test(subfield(field, '6') ?? ''))
  const seen = new Set([fieldsOf(record, '100', '110', '111').map(nameOf)[0]])
  return [...fieldsOf(record, '700', '710', '711', '720'), ...linked].flatMap((field) => {
    const name = nameOf(field)
    if (name === undefined || seen.has(name)) return []
    seen.add(name)
    const role = trimIsbd(subfield(field, 'e') ?? subfield(field, '4') ?? '')
    return [present<Contributor>({ name, role })]
  })
}

/** Those that say nothing of which work: `Works. Selections`, `Short stories`. */
const COLLECTIVE = /^(?:works|selections|novels|short stories|poems|plays|essays|correspondence|сочинения|избранное|собрание сочинений)\b/iu

/** The uniform title of a translation is the original's. */
function uniformTitles(record: MarcRecord): OtherTitle[] {
  return fieldsOf(record, '240').flatMap((field) => {
    const title = trimIsbd(subfield(field, 'a') ?? '').replace(/\.$/, '')
    return subfield(field, 'l') === undefined || title === '' || COLLECTIVE.test(title) ? [] : [{ title, relation: 'original' as const }]
  })
}

function variantTitles(record: MarcRecord): string[] {
  const linked = fieldsOf(record, '880').filter((field) => subfield(field, '6')?.startsWith('245'))
  return [...fieldsOf(record, '246', '242', '240'), ...linked].map((field) => subfieldsOf(field, 'abnp').map(trimIsbd).join(' : '))
}

function withVolume(field: MarcField): string {
  return subfieldsOf(field, 'av').map(trimIsbd).join(' ; ')
}

function headingOf(field: MarcField): string {
  const name = subfieldsOf(field, 'abcdt').join(' ')
  return [name, ...subfieldsOf(field, 'vxyz')].map(trimIsbd).join(' — ')
}

const schemes: Readonly<Record<string, ClassScheme>> = { '050': 'lcc', '080': 'udc', '082': 'ddc' }

function classesOf(record: MarcRecord): Classification[] {
  const classes: Classification[] = []
  for (const field of fieldsOf(record, '080', '082', '084', '050')) {
    const scheme = schemes[field.tag] ?? (/bbk/i.test(subfield(field, '2') ?? '') ? 'bbk' : 'other')
    const values = subfieldsOf(field, 'a').map((value) => trimIsbd(scheme === 'ddc' ? value.replaceAll('/', '') : value))
    for (const value of distinct(values)) {
      if (!classes.some((known) => known.scheme === scheme && known.value === value)) classes.push({ scheme, value })
    }
  }
  return classes
}

function shelfmarkOf(record: MarcRecord): string | undefined {
  const held = fieldsOf(record, '852').map((field) => subfieldsOf(field, 'khim').join(' '))
  const local = fieldsOf(record, '090', '099').map((field) => subfieldsOf(field, 'ab').join(' '))
  return [...held, ...local, ...valuesOf(record, ['852'], 'j')].map(clean).find((mark) => mark !== '')
}

/** Who numbered the record: the owner of 001, or who catalogued it. */
export function agencyOfMarc21(record: MarcRecord): string {
  return controlValue(record, '003') ?? valuesOf(record, ['040'], 'a')[0] ?? ''
}
