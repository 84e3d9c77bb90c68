import type { Description, Kind } from '../domain/catalogue/record.ts'

const TYPES: Partial<Record<Kind, string>> = { book: 'book', serial: 'periodical', article: 'article', electronic: 'online' }

/** Signs with a meaning in TeX. Braces become commands: BibTeX counts them even behind a backslash. */
const SIGNS: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '{\\textbraceleft}',
  '}': '{\\textbraceright}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
}

/** One BibTeX entry in UTF-8, as biber and Zotero read it; `address` is where the record can be seen. */
export function writeBibtex(id: number, d: Description, address: string): string {
  const editors = d.contributors.map(({ name }) => name)
  const fields: [string, string | undefined][] = [
    ['author', d.author && person(d.author)],
    ['title', safe([d.title, d.part].filter(Boolean).join('. '))],
    ['subtitle', d.subtitle && safe(d.subtitle)],
    ['editora', editors.map(person).join(' and ')],
    ['edition', d.edition && safe(d.edition)],
    ['address', d.place && safe(d.place)],
    ['publisher', d.publisher && safe(d.publisher)],
    ['year', d.year === undefined ? undefined : String(d.year)],
    ['pagetotal', d.extent && safe(d.extent)],
    ['series', safe(d.series.join('; '))],
    ['isbn', safe(d.isbns.join(', '))],
    ['issn', safe(d.issns.join(', '))],
    ['keywords', safe([...d.subjects, ...d.keywords].join(', '))],
    ['langid', LANGUAGE_IDS[d.language]],
    ['url', address],
  ]
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []))
  return `@${TYPES[d.kind] ?? 'misc'}{bulaq${id},\n${lines.join(',\n')}\n}\n`
}

const LANGUAGE_IDS: Readonly<Record<string, string>> = {
  kaz: 'kazakh',
  rus: 'russian',
  eng: 'english',
  ger: 'german',
  fre: 'french',
  tur: 'turkish',
}

function safe(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .replace(/[\\{}~^]/g, (sign) => SIGNS[sign] ?? sign)
    .replace(/[%&$#_]/g, (sign) => `\\${sign}`)
}

/** A name of a body may hold an `and`, which would part it in two. */
const person = (name: string) => (/\sand\s/i.test(name) || !name.includes(',') ? `{${safe(name)}}` : safe(name))
