import { titlesInNotes } from '../../worker/domain/catalogue/headings/titles-in-notes.ts'
import type { Description, IncomingRecord } from '../../worker/domain/catalogue/record.ts'

/** A work of the core list and the very line it was read from. */
export interface CoreWork {
  incoming: IncomingRecord
  bytes: Uint8Array
}

const COLUMNS = 'author\ttitle\tsubtitle\tlanguage\toriginal_language\tyear_first\tkind\tbbk\tudc\tsubjects\tnote'

/** `kazakh-core.tsv` as records: one line, one work, numbered in the order of the file. */
export function coreWorks(tsv: string): CoreWork[] {
  const [header, ...lines] = tsv.split('\n')
  if (header !== COLUMNS) throw new Error('kazakh-core.tsv does not have the columns expected')
  return lines
    .filter((line) => line !== '')
    .map((line, index) => ({
      incoming: {
        agency: 'bulaq-core',
        controlNumber: String(index + 1).padStart(4, '0'),
        description: describe(line),
        copies: [],
      },
      bytes: new TextEncoder().encode(line),
    }))
}

function describe(line: string): Description {
  const cells = line.split('\t').map((cell) => cell.trim())
  const cell = (index: number) => cells[index] ?? ''
  const [author = '', ...coauthors] = listed(cell(0))
  const [title, subtitle, language] = [cell(1), cell(2), cell(3)]
  const [original, kind, bbk, udc] = [cell(4), cell(6), cell(7), cell(8)]
  const year = /\d{4}/.exec(cell(5))?.[0]
  const mark = Array.from(author || title)[0]
  return {
    kind: kind === 'periodical' ? 'serial' : 'book',
    title,
    ...(subtitle && { subtitle }),
    ...(author && { author }),
    contributors: coauthors.map((name) => ({ name })),
    language: language || 'und',
    languages: language ? [language] : [],
    ...(original && original !== language && { originalLanguage: original }),
    parallelTitles: [],
    otherTitles: titlesInNotes([cell(10)]),
    ...(year && { year: Number(year) }),
    series: [],
    isbns: [],
    issns: [],
    subjects: listed(cell(9)),
    keywords: [],
    classes: [...(bbk ? [{ scheme: 'bbk' as const, value: bbk }] : []), ...(udc ? [{ scheme: 'udc' as const, value: udc }] : [])],
    ...(bbk && mark && { shelfmark: `${bbk} ${mark}` }),
    notes: cell(10) ? [cell(10)] : [],
  }
}

function listed(text: string): string[] {
  return text.split(';').flatMap((part) => part.trim() || [])
}
