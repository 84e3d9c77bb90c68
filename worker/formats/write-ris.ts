import type { Description, Kind } from '../domain/catalogue/record.ts'

const TYPES: Record<Kind, string> = {
  book: 'BOOK',
  serial: 'JFULL',
  article: 'JOUR',
  map: 'MAP',
  music: 'MUSIC',
  sound: 'SOUND',
  video: 'VIDEO',
  electronic: 'EBOOK',
  other: 'GEN',
}

/** One RIS reference in UTF-8, as Zotero, Mendeley and EndNote read it; `address` is where the record can be seen. */
export function writeRis(id: number, d: Description, address: string): string {
  const lines: [string, string | undefined][] = [
    ['TY', TYPES[d.kind]],
    ['ID', `bulaq${id}`],
    ['AU', d.author],
    ['TI', [[d.title, d.part].filter(Boolean).join('. '), d.subtitle].filter(Boolean).join(' : ')],
    ...d.contributors.map(({ name }): [string, string] => ['A2', name]),
    ['ET', d.edition],
    ['CY', d.place],
    ['PB', d.publisher],
    ['PY', d.year === undefined ? undefined : String(d.year)],
    ['SP', d.extent],
    ...d.series.map((name): [string, string] => ['T2', name]),
    ...[...d.isbns, ...d.issns].map((number): [string, string] => ['SN', number]),
    ['LA', d.language === 'und' ? undefined : d.language],
    ...[...d.subjects, ...d.keywords].map((word): [string, string] => ['KW', word]),
    ['AB', d.abstract],
    ['UR', address],
  ]
  const written = lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}`] : []))
  return `${[...written, 'ER  - '].join('\r\n')}\r\n`
}

/** A line that breaks would begin another field. */
const oneLine = (text: string) =>
  text
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim()
