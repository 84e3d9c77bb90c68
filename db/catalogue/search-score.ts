import { spellingMark } from '../../worker/domain/catalogue/index/hash.ts'
import type { QueryWord } from '../../worker/domain/catalogue/query/clause.ts'

/** Other titles of the work stand after the mark. */
const OTHER_TITLES = 'substr(d.title_keys, d.mark)'
/** Words beyond these narrow a search but no longer rank it. */
const MOST_RANKED = 8
const MOST_OTHERS = 6

/** All that the text of a score depends on: what was typed stands in its parameters. */
export interface ScoreShape {
  words: { others: number; hasInitial: boolean }[]
  /** The question is words only: it may be a whole title. */
  isTyped: boolean
}

export function scoreShape(words: QueryWord[], typed: string): ScoreShape {
  return {
    words: words.slice(0, MOST_RANKED).map(({ key, others }) => ({
      others: Math.min(others.length, MOST_OTHERS),
      hasInitial: initialOf(key, typed) !== undefined,
    })),
    isTyped: typed !== '',
  }
}

/**
 * How well a row `d` of `index_lines` answers, in SQL; `seen` is what it asks for more than once, as columns that the row has too. Each word
 * gives the points of the best place where it stands: an author's first name in the catalogue, the title, other names, other titles of
 * the work, subjects; less for another ending, 3 more when spelt exactly so. 8 more when nothing is missing from the title, 30 when the
 * whole title was typed, 4 when the author has the initial typed. How wanted a book is and how short its title decide among equals
 * only: together they weigh less than the spelling of one word.
 */
export function scoreSql({ words, isTyped }: ScoreShape): { seen: string[]; sql: string } {
  const ranked = words.map(wordSql)
  const whole = isTyped ? wholeSql(ranked.length) : undefined
  const met = ranked.map(({ inMainTitle }) => inMainTitle)
  const parts = [
    ...ranked.map(({ points }) => points),
    ...(met.length > 0
      ? [
          `CASE WHEN d.main_end <= :longest AND (${met.join(' OR ')}) AND ${met.join(' + ')} >= ${MAIN_TITLE_WORDS} THEN 8 ${whole?.within ?? ''} ELSE 0 END`,
        ]
      : []),
    ...words.flatMap(({ hasInitial }, n) => (hasInitial ? [`4 * (instr(d.author_keys, :i${n}) = 1)`] : [])),
    ...(whole?.points ?? []),
  ]
  return {
    seen: ranked.flatMap(({ seen }) => seen),
    sql: `${[...parts, '0'].join(' + ')} - min(1.0, d.main_end / 150.0) - (d.place >> 24) / 256.0`,
  }
}

/** The parameters of a score. */
export function scoreArgs(words: QueryWord[], typed: string): Record<string, string | number> {
  const ranked = words.slice(0, MOST_RANKED)
  const args: Record<string, string | number> = {
    longest: 2 + ranked.reduce((sum, word) => sum + longestForm(word) + 1, 0),
    typed,
    typed_end: typed.length + 1,
    section: `|${typed}|`,
    start: `|${typed}`,
    first: `| ${typed.trim().split(' ')[0]} `,
  }
  for (const [n, word] of ranked.entries()) {
    const { key, stems, others, written, beginning } = word
    const root = commonBeginning([key, ...stems])
    const stem = shortest([key, ...stems])
    args[`e${n}`] = root === stem ? 1 : 0
    args[`k${n}`] = beginning ? ` ${key}` : ` ${key} `
    args[`s${n}`] = ` ${stem}`
    args[`r${n}`] = ` ${root}`
    args[`f${n}`] = `| ${key} `
    args[`w${n}`] = spellingMark(written)
    const initial = initialOf(key, typed)
    if (initial !== undefined) args[`i${n}`] = `| ${key} ${initial}`
    for (const cut of CUTS) args[`b${n}_${cut}`] = written.length > cut + 2 ? spellingMark(written.slice(0, -cut)) : '-'
    for (const [place, other] of others.slice(0, MOST_OTHERS).entries()) args[`o${n}_${place}`] = ` ${other} `
  }
  return args
}

const MAIN_TITLE_WORDS = "max(1, d.main_end - length(replace(substr(d.title_keys, 1, d.main_end), ' ', '')) - 1)"
/** A word of the title may have so many letters more than the shortest form of the word typed, or than its beginning: a longer title has other words too. */
const LONGEST_ENDING = 8
const LONGEST_REST = 24

/** So many letters fewer begin what was typed: another form of the same spelling. */
const CUTS = [1, 2, 3, 4]

function longestForm({ key, stems, others, beginning }: QueryWord): number {
  const letters = Math.max(shortest([key, ...stems]).length, ...others.map(({ length }) => length))
  return letters + (beginning ? LONGEST_REST : LONGEST_ENDING)
}

/**
 * The points of one word. Where not even the letters stand that all its forms begin with, none of them is looked for; what is found
 * first is found before the mark of other titles: nothing is copied to look. Whatever can be left out stands behind a condition: SQLite
 * works out both sides of an AND that is a value.
 */
function wordSql({ others }: ScoreShape['words'][number], n: number) {
  const [inTitle, inAuthor] = [`d.t${n}`, `d.a${n}`]
  const stemInTitle = `iif(:e${n} OR NOT ${inTitle}, ${inTitle}, instr(d.title_keys, :s${n}))`
  const stemInAuthor = `iif(:e${n} OR NOT ${inAuthor}, ${inAuthor}, instr(d.author_keys, :s${n}))`
  const spelt = `3 * (instr(d.spelling, :w${n}) > 0)`
  const named = Array.from({ length: others }, (_, place) => `:o${n}_${place}`).map((name) => ({
    inMainTitle: `instr(d.title_keys, ${name}) BETWEEN 1 AND d.main_end`,
    points: `WHEN instr(d.author_keys, ${name}) THEN iif(instr(d.author_keys, ${name}) = 2, 10, 7) WHEN instr(d.title_keys, ${name}) THEN 7`,
  }))
  const begun = CUTS.map((cut) => `instr(d.spelling, :b${n}_${cut})`)
  return {
    seen: [`instr(d.title_keys, :r${n}) AS t${n}`, `instr(d.author_keys, :r${n}) AS a${n}`],
    inMainTitle: `(${[`${stemInTitle} BETWEEN 1 AND d.main_end`, ...named.map(({ inMainTitle }) => inMainTitle)].join(' OR ')})`,
    points: `CASE WHEN ${inAuthor} AND instr(d.author_keys, :f${n}) = 1 THEN 11 + ${spelt}
WHEN ${inTitle} AND instr(d.title_keys, :k${n}) BETWEEN 1 AND d.mark THEN 10 + ${spelt}
WHEN ${inAuthor} AND instr(d.author_keys, :k${n}) THEN 9 + ${spelt}
WHEN ${stemInTitle} BETWEEN 1 AND d.mark THEN iif(${begun.join(' OR ')}, 9, 7)
${named.map(({ points }) => points).join(' ')}
WHEN ${inTitle} AND instr(d.title_keys, :k${n}) THEN 6 WHEN ${stemInAuthor} THEN 6 WHEN ${stemInTitle} THEN 4
WHEN instr(d.topic_keys, :k${n}) THEN 1 WHEN instr(d.topic_keys, :s${n}) THEN 0.5 ELSE 0 END`,
  }
}

const HAS_LETTER = / [a-z] /

/** Of a surname with an initial beside it: a of «А. Н. Островский» and of «Островский А. Н.». */
function initialOf(surname: string, typed: string): string | undefined {
  if (!HAS_LETTER.test(typed)) return undefined
  const [, before, after] = new RegExp(` ([a-z]) (?:[a-z] )*${surname} | ${surname} ([a-z]) `).exec(typed) ?? []
  return before ?? after
}

/**
 * The points of all that was typed, as a whole title, as its beginning, as a title with its subtitle. No title has it that has not the
 * letters with which each of the words begins.
 */
function wholeSql(words: number) {
  const hasLetters = Array.from({ length: words }, (_, n) => `d.t${n}`).join(' AND ') || 'TRUE'
  return {
    within: `WHEN d.main_end BETWEEN 2 AND :typed_end AND instr(:typed, substr(d.title_keys, 2, d.main_end - 1)) THEN 8`,
    points: [
      `CASE WHEN NOT (${hasLetters}) THEN 0 WHEN instr(d.title_keys, :section) = 1 THEN 40
WHEN instr(d.title_keys, :typed) THEN 6 + iif(instr(d.title_keys, :section) AND instr(${OTHER_TITLES}, :section), 22, 0)
+ iif(instr(d.title_keys, :start) = 1, 4, ${PARTED_POINTS}) ELSE ${PARTED_POINTS} END`,
      `iif(${words > 0 ? 'd.a0 AND ' : ''}instr(d.author_keys, :section), 1, 0)`,
    ],
  }
}

/** Of a title that was typed together with its subtitle. */
const PARTED_POINTS = `iif(instr(d.title_keys, :first) = 1 AND instr(replace(d.title_keys, ' | ', ' '), :start) = 1, 24, 0)`

function shortest(terms: string[]): string {
  return terms.reduce((least, term) => (term.length < least.length ? term : least))
}

function commonBeginning([first = '', ...others]: string[]): string {
  let length = first.length
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length -= 1
  return first.slice(0, length)
}
