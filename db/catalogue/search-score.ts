import { spellingMark } from '../../worker/domain/catalogue/index/hash.ts'
import { SECOND_KIND } from '../../worker/domain/catalogue/index/index-entry.ts'
import type { QueryWord } from '../../worker/domain/catalogue/query/clause.ts'

/** `| key key |`: where the title without its subtitle ends. */
const MAIN_END = "instr(d.title_keys, ' |')"
const MAIN_TITLE = `substr(d.title_keys, 1, ${MAIN_END})`
/** Other titles of the work stand after the mark. */
const OTHER_TITLES = `substr(d.title_keys, instr(d.title_keys, '${SECOND_KIND}'))`
/** What is found first is found before the mark: nothing is copied to look. */
const inOwnTitle = (what: string) => `instr(d.title_keys, ${what}) BETWEEN 1 AND instr(d.title_keys, '${SECOND_KIND}')`
/** Words beyond these narrow a search but no longer rank it. */
const MOST_RANKED = 8

/**
 * How well a row of `index_lines d` answers, in SQL. Each word gives the points of the best place where it stands: an author's first
 * name in the catalogue, the title, other names, other titles of the work, subjects; less for another ending, 3 more when spelt
 * exactly so. 8 more when nothing is missing from the title, 30 when the whole title was typed. How wanted a book is and how short
 * its title decide among equals only: together they weigh less than the spelling of one word.
 */
export function scoreOf(words: QueryWord[], typed: string): { sql: string; args: Record<string, string> } {
  const ranked = words.slice(0, MOST_RANKED)
  const args: Record<string, string> = {}
  const points = ranked.map(({ key, stems, others, written, beginning }, n) => {
    args[`k${n}`] = beginning ? ` ${key}` : ` ${key} `
    args[`s${n}`] = ` ${shortest([key, ...stems])}`
    args[`f${n}`] = `| ${key} `
    args[`w${n}`] = spellingMark(written)
    const spelt = `instr(d.spelling, :w${n}) > 0`
    const named = others.map((other, place) => {
      args[`o${n}_${place}`] = ` ${other}`
      return `WHEN instr(d.title_keys, :o${n}_${place}) THEN 7`
    })
    const begun = [1, 2, 3, 4].map((cut) => {
      args[`b${n}_${cut}`] = written.length > cut + 2 ? spellingMark(written.slice(0, -cut)) : '-'
      return `instr(d.spelling, :b${n}_${cut})`
    })
    return `CASE WHEN instr(d.author_keys, :f${n}) = 1 THEN 11 + 3 * (${spelt}) WHEN ${inOwnTitle(`:k${n}`)} THEN 10 + 3 * (${spelt})
WHEN instr(d.author_keys, :k${n}) THEN 9 + 3 * (${spelt}) WHEN ${inOwnTitle(`:s${n}`)} THEN 7 + 2 * ((${begun.join(' OR ')}) > 0)
WHEN instr(d.title_keys, :k${n}) THEN 6 WHEN instr(d.author_keys, :s${n}) THEN 6 ${named.join(' ')} WHEN instr(d.title_keys, :s${n}) THEN 4
WHEN instr(d.topic_keys, :k${n}) THEN 1 WHEN instr(d.topic_keys, :s${n}) THEN 0.5 ELSE 0 END`
  })
  const parts = points.length > 0 ? [points.join(' + ')] : []
  if (points.length > 0) {
    const met = points.map((_, n) => `(instr(d.title_keys, :s${n}) BETWEEN 1 AND ${MAIN_END})`).join(' + ')
    parts.push(`8 * (${met} >= max(1, length(${MAIN_TITLE}) - length(replace(${MAIN_TITLE}, ' ', '')) - 1))`)
  }
  if (typed !== '') {
    args.typed = typed
    args.section = `|${typed}|`
    args.start = `|${typed}`
    args.first = `| ${typed.trim().split(' ')[0]} `
    parts.push(
      `CASE WHEN instr(d.title_keys, :section) = 1 THEN 30
WHEN instr(d.title_keys, :section) AND instr(${OTHER_TITLES}, :section) THEN 22 ELSE 0 END`,
      `6 * (instr(d.title_keys, :typed) > 0)`,
      `4 * (instr(d.title_keys, :start) = 1)`,
      `CASE WHEN instr(d.title_keys, :first) = 1 AND instr(d.title_keys, :start) = 0 AND instr(replace(d.title_keys, ' | ', ' '), :start) = 1
THEN 24 ELSE 0 END`,
      `(instr(d.author_keys, :section) > 0)`,
    )
  }
  parts.push(`- min(1.0, ${MAIN_END} / 150.0)`, '- (d.place >> 24) / 256.0')
  return { sql: parts.join(' + ').replaceAll('+ -', '-'), args }
}

function shortest(terms: string[]): string {
  return terms.reduce((least, term) => (term.length < least.length ? term : least))
}
