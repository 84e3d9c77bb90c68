import type { Language } from '../written.ts'
import type { Description, Kind } from './record.ts'

/** Area 9, kind of content and means of access, where the kind of the document tells both. */
const MEANS: Partial<Record<Kind, Record<Language, string>>> = {
  book: { kk: 'Мәтін : тікелей', ru: 'Текст : непосредственный', en: 'Text : unmediated' },
  serial: { kk: 'Мәтін : тікелей', ru: 'Текст : непосредственный', en: 'Text : unmediated' },
  article: { kk: 'Мәтін : тікелей', ru: 'Текст : непосредственный', en: 'Text : unmediated' },
  electronic: { kk: 'Мәтін : электрондық', ru: 'Текст : электронный', en: 'Text : electronic' },
}

/**
 * The bibliographic description of ГОСТ Р 7.0.100-2018 (and of ГОСТ 7.1-2003, whose punctuation is the same), under the heading
 * of the author. Elements stand in the document's own language; only area 9 is said in the language asked. What the record does
 * not say is left out.
 */
export function gostDescription(description: Description, language: Language): string {
  const { author, title, kind } = description
  const areas = [
    titleArea(description),
    description.edition,
    imprint(description),
    description.extent,
    description.series.map((name) => `(${name})`).join(' '),
    ...description.isbns.map((isbn) => `ISBN ${isbn}`),
    ...description.issns.map((issn) => `ISSN ${issn}`),
    MEANS[kind]?.[language],
  ]
  const text = areas.filter(Boolean).reduce<string>((before, area) => (before === '' ? `${area}` : `${closed(before)} – ${area}`), '')
  return closed(author && title ? `${closed(author)} ${text}` : text || author || '')
}

/** 5.2: title. part : other title information / responsibility. */
function titleArea({ title, part, subtitle, responsibility, author }: Description): string {
  const whole = [part ? `${closed(title)} ${part}` : title, subtitle].filter(Boolean).join(' : ')
  const made = responsibility || (author ? namedDirectly(author) : '')
  return [whole, made].filter(Boolean).join(' / ')
}

/** 5.4: place : publisher, year. */
function imprint({ place, publisher, year }: Description): string {
  return [[place, publisher].filter(Boolean).join(' : '), year].filter(Boolean).join(', ')
}

/** `Әуезов, Мұхтар` in the order in which it is spoken. */
function namedDirectly(name: string): string {
  const [surname = '', given, ...more] = name.split(/,\s*/)
  return given ? [`${given} ${surname}`, ...more].join(', ') : surname
}

/** One full stop closes an area, also where an abbreviation has closed it already (4.7.5). */
const closed = (text: string) => (text === '' || /[.…?!]$/.test(text) ? text : `${text}.`)
