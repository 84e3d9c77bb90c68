import { fieldsOf, type MarcField, type MarcRecord, subfield, subfieldsOf } from '../marc-record.ts'
import { distinct, present } from '../marc-text.ts'
import type { Description } from '../record.ts'
import type { NameKind } from './name-key.ts'

export type HeadingKind = 'author' | 'subject'

/** A name or a subject by which a record can be found, with what the record says of whom it means. */
export interface AccessPoint {
  kind: HeadingKind
  form: NameKind
  name: string
  /** `1897-1961` */
  years?: string
  /** The number of the authority record it was taken from: `authorityOf`. */
  authority?: string
  /** The same heading in other words or another script. */
  also: string[]
}

/** Where a dialect keeps its names, and how it writes one. */
export interface NameFields {
  persons: string[]
  bodies: string[]
  years: string
  authority: string
  nameOf: (field: MarcField) => string | undefined
}

/** `(DLC)n  79021164` and `DLC` with `n 79021164` are one number. */
export function authorityOf(agency: string, number: string): string {
  return `${agency}${number}`.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** A bare number is one of the agency's own; without an agency it says nothing. */
export function numberedBy(agency: string, names: readonly AccessPoint[]): AccessPoint[] {
  return names.map(({ authority, ...point }) => {
    const full = authority && /^\d/.test(authority) ? agency && authorityOf(agency, authority) : authority
    return { ...point, ...(full && { authority: full }) }
  })
}

/** The names of a record in the order of its fields; the form in another script (880 of MARC 21) goes with its pair. */
export function namesOf(record: MarcRecord, { persons, bodies, years, authority, nameOf }: NameFields): AccessPoint[] {
  const pairs = new Map(fieldsOf(record, '880').map((field) => [subfield(field, '6')?.slice(0, 6), nameOf(field)]))
  return fieldsOf(record, ...persons, ...bodies).flatMap((field) => {
    const name = nameOf(field)
    if (name === undefined || name === '') return []
    const occurrence = subfield(field, '6')?.slice(4, 6)
    return present<AccessPoint>({
      kind: 'author',
      form: persons.includes(field.tag) ? 'person' : 'body',
      name,
      years: subfield(field, years),
      authority: subfieldsOf(field, authority).map((number) => authorityOf('', number))[0],
      also: distinct([pairs.get(`${field.tag}-${occurrence}`)]),
    })
  })
}

/** A record that names nobody by field is known by its description. */
export function pointsOf(description: Description, names: AccessPoint[] = describedNames(description)): AccessPoint[] {
  const main = names[0]
  const also = main ? sameAuthorElsewhere(description) : []
  const first = main ? [{ ...main, also: distinct([...main.also, ...also]) }] : []
  return [
    ...first,
    ...names.slice(1),
    ...subjectsOf(description).map((name): AccessPoint => ({ kind: 'subject', form: 'body', name, also: [] })),
  ]
}

function describedNames({ author, contributors }: Description): AccessPoint[] {
  const names = distinct([author, ...contributors.map(({ name }) => name)])
  return names.map((name) => ({ kind: 'author', form: looksPersonal(name) ? 'person' : 'body', name, also: [] }))
}

function looksPersonal(name: string): boolean {
  return name.includes(',') || /^(?:[\p{L}'’-]+\s?){2}$/u.test(name)
}

/** Who is named as the author of the original is the author of the translation; of several authors nobody knows which. */
function sameAuthorElsewhere({ otherTitles = [] }: Description): string[] {
  return otherTitles.flatMap(({ author = '' }) => (author.includes(';') || !/\p{L}{2}/u.test(author) ? [] : author))
}

/** The main terms: «Сәулет — Франция — Тарихы» is about Сәулет. */
export function subjectsOf({ subjects, keywords }: Description): string[] {
  return distinct([...subjects, ...keywords].map((heading) => heading.split(' — ')[0]?.trim()))
}
