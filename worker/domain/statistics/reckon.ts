import type { Day } from '../calendar.ts'
import type { IndicatorsAnswer, Reckoned, ReportLine } from './answers.ts'
import { type Figure, fits, sumOf, sumsBy, type Where } from './figure.ts'
import { type Formula, readFormula, reckonFormula, type Term } from './formula.ts'
import { INDICATORS } from './indicators.ts'
import type { ReportDefinition, ReportRow } from './report-definition.ts'
import { SPLITS, type Split, type Unit } from './units.ts'

/** Everything that formulas are reckoned from. */
export interface Sources {
  from: Day
  /** Of the period, and from the first of January to its end. */
  figures: readonly Figure[]
  sinceYear: readonly Figure[]
  /** Empty: never counted. */
  stock: readonly { count: number; where: Where }[]
  facts: ReadonlyMap<string, number>
}

/** The splits that these formulas and rows look at. */
export function splitsOf(texts: readonly string[], own: readonly (Split | undefined)[] = []): Split[] {
  const terms = texts.flatMap((text) => readFormula(text).terms)
  return SPLITS.filter((split) => own.includes(split) || terms.some((term) => 'unit' in term && split in term.where))
}

export function unitsOf(texts: readonly string[]): Unit[] {
  return [...new Set(texts.flatMap((text) => readFormula(text).terms.flatMap((term) => ('unit' in term ? [term.unit] : []))))]
}

function reckon(text: string, sources: Sources): Reckoned {
  const formula = readFormula(text)
  return {
    formula: text,
    value: reckonFormula(formula, (term) => termValue(term, sources)),
    terms: formula.terms.map((term) => opened(term, sources)),
  }
}

function termValue(term: Term, { figures, sinceYear, stock, facts }: Sources): number | null {
  if ('unit' in term) return sumOf(term.sinceYear ? sinceYear : figures, term.unit, term.where)
  if ('fact' in term) return facts.get(term.fact) ?? null
  if (stock.length === 0) return null
  return stock.filter(({ where }) => fits(where, term.stock)).reduce((sum, { count }) => sum + count, 0)
}

function opened(term: Term, sources: Sources): Reckoned['terms'][number] {
  const value = termValue(term, sources)
  if ('fact' in term) return { term: term.name, value, fact: term.fact }
  if ('stock' in term) return { term: term.name, value, fact: 'stock', where: term.stock }
  const from = term.sinceYear ? `${sources.from.slice(0, 4)}-01-01` : sources.from
  return { term: term.name, value, unit: term.unit, where: term.where, from }
}

/** Every indicator, in the library's way and in the standard's. */
export function reckonIndicators(sources: Sources): IndicatorsAnswer['indicators'] {
  return INDICATORS.map(({ id, measure, local, iso }) => ({
    id,
    measure,
    local: reckon(local, sources),
    iso: iso ? reckon(iso, sources) : null,
  }))
}

/** The lines of a report; those with a split have their parts, which sum up to the line. */
export function reckonReport({ sections }: ReportDefinition, sources: Sources): { title: ReportDefinition['title']; rows: ReportLine[] }[] {
  return sections.map(({ title, rows }) => ({ title, rows: rows.map((row) => lineOf(row, sources)) }))
}

function lineOf({ formula, ...row }: ReportRow, sources: Sources): ReportLine {
  if (formula === undefined) return { ...row, reckoned: null, parts: [] }
  return { ...row, reckoned: reckon(formula, sources), parts: row.split ? partsOf(readFormula(formula), row.split, sources) : [] }
}

function partsOf({ terms }: Formula, split: Split, { figures, sinceYear, stock }: Sources): { value: string; count: number }[] {
  const parts = new Map<string, number>()
  for (const term of terms) {
    if ('fact' in term) continue
    const own =
      'stock' in term
        ? stock.filter(({ where }) => fits(where, term.stock)).map(({ count, where }) => ({ value: where[split] ?? '', count }))
        : sumsBy(
            (term.sinceYear ? sinceYear : figures).filter(({ where }) => fits(where, term.where)),
            term.unit,
            split,
          )
    for (const { value, count } of own) parts.set(value, (parts.get(value) ?? 0) + count)
  }
  return [...parts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
}
