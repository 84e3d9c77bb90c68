import { fieldsOf, type MarcField, type MarcRecord, subfield } from '../marc-record.ts'
import { invertedName, trimIsbd, trimName } from '../marc-text.ts'
import type { OtherTitle } from '../record.ts'
import { titlesInNotes } from './titles-in-notes.ts'

/** Where a dialect links a translation to its original, and an original to its translations. */
export interface LinkFields {
  originals: string[]
  translations: string[]
  /** The first of these subfields is the title. */
  title: string
  /** The author, where the title is not in the same subfield. */
  author: string
}

/** Every other title a record names, by field or in a note; undefined when it names none. */
export function otherTitlesOf(
  record: MarcRecord,
  links: LinkFields,
  notes: readonly string[],
  uniform: OtherTitle[] = [],
): OtherTitle[] | undefined {
  const all = [...uniform, ...linkedTitles(record, links), ...titlesInNotes(notes)]
  const distinct = all.filter(({ title }, place) => all.findIndex((other) => other.title === title) === place)
  return distinct.length > 0 ? distinct : undefined
}

function linkedTitles(record: MarcRecord, { originals, translations, title, author }: LinkFields): OtherTitle[] {
  return fieldsOf(record, ...originals, ...translations).flatMap((field) => {
    const relation = originals.includes(field.tag) ? 'original' : 'translation'
    const link = linkedIn(field) ?? plainLink(field, title, author)
    return link && link.title !== '' ? [{ ...link, relation }] : []
  })
}

function plainLink(field: MarcField, titleCodes: string, authorCode: string) {
  const code = [...titleCodes].find((each) => subfield(field, each) !== undefined) ?? ''
  const author = code === authorCode ? '' : trimName(subfield(field, authorCode) ?? '')
  return { title: trimIsbd(subfield(field, code) ?? field.value ?? ''), ...(author && { author }) }
}

/** UNIMARC may embed whole fields: `$12001 $aАбай жолы $1700 1 $aӘуезов $bМ.` */
function linkedIn(field: MarcField) {
  if (!field.subfields.some(({ code, value }) => code === '1' && /^\d{3}/.test(value))) return undefined
  const found = new Map<string, string>()
  let tag = ''
  for (const { code, value } of field.subfields) {
    if (code === '1') tag = value.slice(0, 3)
    else if (!found.has(tag + code)) found.set(tag + code, value)
  }
  const author = invertedName(found.get('700a'), found.get('700g') ?? found.get('700b'))
  return { title: trimIsbd(found.get('200a') ?? found.get('500a') ?? ''), ...(author !== undefined && { author }) }
}
