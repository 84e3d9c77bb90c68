import type { Description } from '../record.ts'
import { facetRow, headingRow, label } from './facet-row.ts'
import {
  authorToken,
  branchToken,
  classToken,
  contentGroupToken,
  decadeToken,
  EVERY_RECORD,
  firstWordToken,
  isbnToken,
  languageToken,
  newestTokens,
  spellingToken,
  subjectToken,
  wholeTitleToken,
  yearToken,
} from './filter-tokens.ts'
import { spellingMark } from './hash.ts'
import { type IndexedToken, indexedTokens } from './indexed-token.ts'
import { placeOf } from './prior.ts'

export interface IndexedRecord {
  id: number
  description: Description
  shelfmark: string | undefined
  contentGroup: string
  /** That have a copy of it. */
  branches: number[]
  prior: number
  variants: Variants
}

/** What other records call the record's people, subjects and work. */
export interface Variants {
  /** The headings under which its authors and subjects are counted. */
  authors: string[]
  subjects: string[]
  /** Other names of the authors, other words for the subjects, other titles of the work. */
  names: string[]
  topics: string[]
  titles: string[]
}

export const NO_VARIANTS: Variants = { authors: [], subjects: [], names: [], topics: [], titles: [] }

interface IndexColumns {
  title: string
  author: string
  series: string
  subject: string
  note: string
  shelfmark: string
  filter: string
}

/** A record as the index holds it. */
export interface IndexEntry {
  place: number
  recordId: number
  columns: IndexColumns
  titleKeys: string
  authorKeys: string
  topicKeys: string
  spelling: string
  facets: string
  headings: string
  /** As the facets show them. */
  authors: string[]
  subjects: string[]
  year: number | undefined
  /** The words by which a misspelt one may be corrected. */
  words: string[]
}

const MOST_AUTHORS = 4
const MOST_SUBJECTS = 3
/** Where spelling tells short words apart that have one key: ат and әт. */
const SHORT_WORD = 4

export function indexEntry(record: IndexedRecord, known?: ReadonlySet<string>): IndexEntry {
  const { id, description: d, shelfmark, contentGroup, branches, prior, variants } = record
  const words = (texts: (string | undefined)[]) => texts.flatMap((text) => (text ? [indexedTokens(text, known)] : []))
  const ownTitles = words([d.title, d.subtitle, d.part])
  const otherTitles = words([...d.parallelTitles, ...variants.titles])
  const ownNames = words([d.author, ...d.contributors.map(({ name }) => name), d.responsibility])
  const otherNames = words(variants.names)
  const titles = [...ownTitles, ...otherTitles]
  const series = words(d.series)
  const subjects = words([...d.subjects, ...d.keywords, ...variants.topics])
  const notes = words([...d.notes, d.abstract, d.publisher, d.place])
  const marks = words([shelfmark, ...d.classes.map(({ value }) => value)])
  const authors = (variants.authors.length > 0 ? variants.authors.slice(0, MOST_AUTHORS) : authorsOf(d)).map(label)
  const topics = (variants.subjects.length > 0 ? variants.subjects.slice(0, MOST_SUBJECTS) : subjectsOf(d)).map(label)
  return {
    place: placeOf(prior, id),
    recordId: id,
    columns: {
      title: column(titles),
      author: column([...ownNames, ...otherNames]),
      series: column(series),
      subject: column(subjects),
      note: stemColumn(notes),
      shelfmark: column(marks),
      filter: filterTokens(record, { own: ownTitles, other: otherTitles }, authors, topics).join(' '),
    },
    titleKeys: sections(ownTitles, otherTitles),
    authorKeys: sections(ownNames, otherNames),
    topicKeys: sections(subjects, series),
    spelling: [...(titles[0] ?? []), ...(d.author ? (ownNames[0] ?? []) : [])].map(({ word }) => spellingMark(word)).join(''),
    facets: facetRow({
      branches,
      language: d.language,
      year: d.year ?? null,
      contentGroup,
    }),
    headings: headingRow({ authors, subjects: topics }),
    authors,
    subjects: topics,
    year: d.year,
    words: spellable([...titles, ...subjects], ownNames),
  }
}

/** Keys in the order of the text, for phrases; after them the stems and the wholes of compounds. `qx` parts what is not one text. */
function column(texts: IndexedToken[][]): string {
  const inOrder = texts.map(keysOf).filter(Boolean)
  const known = new Set(texts.flatMap((tokens) => tokens.flatMap(({ isWhole, key }) => (isWhole ? [] : key))))
  const apart: string[] = []
  for (const tokens of texts) {
    for (const { terms } of tokens) {
      for (const term of terms) {
        if (known.has(term)) continue
        known.add(term)
        apart.push(term)
      }
    }
  }
  return [...inOrder, ...(apart.length > 0 ? [apart.join(' ')] : [])].join(' qx ')
}

/** Stems in the order of the text: of long notes the endings are not worth their room. */
function stemColumn(texts: IndexedToken[][]): string {
  return texts.map((tokens) => [...new Set(tokens.map(({ stem }) => stem))].join(' ')).join(' qx ')
}

/** Parts the texts of the first kind from those of the second: own from other titles and names, subjects from series. */
export const SECOND_KIND = '#'

/** `| key key | key |#| key |`: one section for each text, so that a whole title can be told from a part. */
function sections(texts: IndexedToken[][], secondKind: IndexedToken[][]): string {
  const keys = [...new Set(texts.map(keysOf).filter(Boolean))]
  const others = [...new Set(secondKind.map(keysOf))].filter((text) => text !== '' && !keys.includes(text))
  const all = (sectionKeys: string[]) => (sectionKeys.length === 0 ? '' : `| ${sectionKeys.join(' | ')} |`)
  return `${all(keys)}${SECOND_KIND}${all(others)}`
}

/** The keys of a text in order. */
function keysOf(tokens: readonly IndexedToken[]): string {
  let keys = ''
  for (const { key, isWhole } of tokens) if (!isWhole) keys += keys === '' ? key : ` ${key}`
  return keys
}

function filterTokens(
  { id, description: d, contentGroup, branches, variants }: IndexedRecord,
  titles: { own: IndexedToken[][]; other: IndexedToken[][] },
  authors: string[],
  topics: string[],
): string[] {
  const [title = '', subtitle = ''] = titles.own.map(keysOf)
  const wholes = [title, ...(d.subtitle ? [`${title} ${subtitle}`] : []), ...titles.other.map(keysOf)]
  const short = (titles.own[0] ?? []).filter(({ word, isWhole }) => !isWhole && word.length <= SHORT_WORD)
  return [
    EVERY_RECORD,
    ...branches.map(branchToken),
    languageToken(d.language),
    yearToken(d.year ?? 0),
    ...(d.year === undefined ? [] : [decadeToken(d.year)]),
    contentGroupToken(contentGroup),
    ...classDigits(d).map(classToken),
    ...[...authors, ...authorsOf(d), ...variants.names].map(authorToken),
    ...[...topics, ...subjectsOf(d), ...variants.topics].map(subjectToken),
    ...d.isbns.map(isbnToken),
    ...wholes.filter(isShortTitle).map(wholeTitleToken),
    ...(title ? [firstWordToken(title.split(' ')[0] ?? '')] : []),
    ...short.map(({ word }) => spellingToken(word)),
    ...newestTokens(id),
  ].filter((token, place, all) => all.indexOf(token) === place)
}

/** The words of a longer title are together in few others: it needs no token to be found. */
const isShortTitle = (keys: string) => keys !== '' && keys.split(' ').length <= 5

/** 84(5Қаз)-44 stands under 8 and 84, 821.512.122 under 8, 82 and 821. */
function classDigits({ classes }: Description): string[] {
  const shelving = classes.find(({ scheme }) => scheme === 'bbk') ?? classes[0]
  const digits = /^\d{1,3}/.exec(shelving?.value ?? '')?.[0] ?? ''
  return [...digits].map((_, place) => digits.slice(0, place + 1))
}

function authorsOf({ author, contributors }: Description): string[] {
  return [...new Set([author, ...contributors.map(({ name }) => name)].flatMap((name) => name || []))].slice(0, MOST_AUTHORS)
}

/** The main term of each heading: «Сәулет — Франция — Тарихы» counts as Сәулет. */
function subjectsOf({ subjects, keywords }: Description): string[] {
  const terms = [...subjects, ...keywords].map((heading) => heading.split(' — ')[0]?.trim() ?? '')
  return [...new Set(terms.filter(Boolean))].slice(0, MOST_SUBJECTS)
}

/** What a misspelt word is compared with: the words of titles and subjects as they are spelt there, names by their keys. */
function spellable(texts: IndexedToken[][], names: IndexedToken[][]): string[] {
  const words = new Set<string>()
  for (const tokens of texts) for (const { speltAs } of tokens) for (const word of speltAs) words.add(word)
  for (const tokens of names) for (const { key } of tokens) words.add(key)
  return [...words]
}
