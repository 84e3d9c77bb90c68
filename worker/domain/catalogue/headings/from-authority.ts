import { agencyOfMarc21 } from '../from-marc21.ts'
import { agencyOfUnimarc } from '../from-unimarc.ts'
import { controlValue, type Dialect, fieldsOf, type MarcField, type MarcRecord, subfield, subfieldsOf } from '../marc-record.ts'
import { distinct, invertedName, present, trimName } from '../marc-text.ts'
import { type AccessPoint, authorityOf } from './access-point.ts'

/** A heading as an authority record establishes it; `also` are the names it is not established under. */
export type AuthorityHeading = AccessPoint & { established: string }

interface HeadingField {
  tag: string
  kind: AccessPoint['kind']
  form: AccessPoint['form']
}

const MARC21: HeadingField[] = [
  { tag: '00', kind: 'author', form: 'person' },
  { tag: '10', kind: 'author', form: 'body' },
  { tag: '11', kind: 'author', form: 'body' },
  { tag: '48', kind: 'subject', form: 'body' },
  { tag: '50', kind: 'subject', form: 'body' },
  { tag: '51', kind: 'subject', form: 'body' },
]
const UNIMARC: HeadingField[] = [
  { tag: '00', kind: 'author', form: 'person' },
  { tag: '10', kind: 'author', form: 'body' },
  { tag: '15', kind: 'subject', form: 'body' },
  { tag: '50', kind: 'subject', form: 'body' },
]

/**
 * Reads an authority record of MARC 21 (1XX, 4XX, 7XX) or UNIMARC (2XX, 4XX, 7XX). Titles and subdivided headings are none of ours.
 * See-also references (5XX) name other headings, which stay apart.
 */
export function fromAuthority(record: MarcRecord, dialect: Dialect): AuthorityHeading | undefined {
  const [own, headings, years] = dialect === 'unimarc' ? (['2', UNIMARC, 'f'] as const) : (['1', MARC21, 'd'] as const)
  for (const { tag, kind, form } of headings) {
    const field = fieldsOf(record, own + tag)[0]
    const established = field && nameIn(field, form, dialect)
    if (!established) continue
    const others = fieldsOf(record, `4${tag}`, `7${tag}`).map((each) => nameIn(each, form, dialect))
    return present<AuthorityHeading>({
      kind,
      form,
      name: established,
      established,
      years: subfield(field, years),
      authority: numberOf(record, dialect),
      also: distinct(others).filter((name) => name !== established),
    })
  }
  return undefined
}

/** UNIMARC numbers name their file themselves, unless they are bare numbers. */
function numberOf(record: MarcRecord, dialect: Dialect): string | undefined {
  const number = controlValue(record, '001')
  if (number === undefined) return undefined
  const agency = dialect === 'unimarc' ? agencyOfUnimarc(record) : agencyOfMarc21(record)
  return authorityOf(dialect === 'unimarc' && !/^\d/.test(number) ? '' : agency, number)
}

/** Undefined for a title by this author and for a heading with subdivisions. */
function nameIn(field: MarcField, form: AccessPoint['form'], dialect: Dialect): string | undefined {
  if (subfieldsOf(field, dialect === 'unimarc' ? 'txyzj' : 'tvxyz').length > 0) return undefined
  if (dialect === 'unimarc' && form === 'person') return invertedName(surnameOf(field), subfield(field, 'g') ?? subfield(field, 'b'))
  return trimName(subfieldsOf(field, form === 'body' ? 'abn' : 'ab').join(' ')) || undefined
}

function surnameOf(field: MarcField): string {
  return [subfield(field, 'a'), subfield(field, 'd')].filter(Boolean).join(' ')
}
