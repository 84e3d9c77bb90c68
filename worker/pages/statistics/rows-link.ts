import type { Reckoned } from '../../domain/statistics/answers.ts'
import { readFormula } from '../../domain/statistics/formula.ts'
import { periodOf } from '../../domain/statistics/period.ts'
import type { Split, Unit } from '../../domain/statistics/units.ts'
import { isYearFact } from '../../domain/statistics/year-facts.ts'
import { askedBranch, link, type Room } from './page.ts'

type Where = { [split in Split]?: string | readonly string[] | undefined }

interface Behind {
  units: readonly Unit[]
  from: string
  to: string
  /** Undefined: the branch that the page shows. */
  branch?: string | number | null | undefined
  where?: Where
  correction?: number
}

/** The address of the journal's lines behind a figure. */
export function rowsLink(room: Room, { units, from, to, branch = askedBranch(room), where = {}, correction }: Behind): string {
  return link(room, '/statistics/rows', { unit: units.join(','), from, to, branch, ...joined(where), correction })
}

const stockLink = (room: Room, month: string, where: Where) =>
  link(room, '/statistics/stock', { month, branch: askedBranch(room), ...joined(where) })

const joined = (where: Where) =>
  Object.fromEntries(Object.entries(where).map(([split, value]) => [split, value === undefined ? undefined : [value].flat().join(',')]))

/** On these days the library worked: something was scanned. */
const WORK: readonly Unit[] = ['visit', 'loan', 'on-site-loan', 'return']

/** Where a number that went into a formula comes from: the journal, the shelves, or what was entered for the year. */
export function termLink(room: Room, { unit, where = {}, fact, from }: Reckoned['terms'][number], period: string): string | undefined {
  const days = periodOf(period)
  if (!days || !room.actor) return undefined
  if (unit) return rowsLink(room, { units: [unit], from: from ?? days.from, to: days.to, where })
  if (fact === 'stock') return stockLink(room, days.to.slice(0, 7), where)
  if (fact === 'working-days') return rowsLink(room, { units: WORK, ...days })
  return fact && isYearFact(fact) ? link(room, '/statistics/year-facts', { year: period.slice(0, 4) }) : undefined
}

/** Where a reckoned value opens as a whole: a sum of units under one condition, or one term; `part` is a value of the row's own split. */
export function valueLink(
  room: Room,
  { formula, terms }: Reckoned,
  period: string,
  part?: { split: Split; value: string },
): string | undefined {
  const [first, ...others] = terms
  if (!first || /[-*/\d]/.test(formula.replaceAll(/@?[a-z]+(?:-[a-z0-9]+)*(?:\[[^\]]*\])?/g, ''))) return undefined
  const where = { ...first.where, ...(part ? { [part.split]: part.value } : {}) }
  if (others.length === 0) return termLink(room, { ...first, where }, period)
  const same = others.every((term) => term.unit && term.from === first.from && JSON.stringify(term.where) === JSON.stringify(first.where))
  const days = periodOf(period)
  if (!first.unit || !same || !days || !room.actor) return undefined
  const units = readFormula(formula).terms.flatMap((term) => ('unit' in term ? [term.unit] : []))
  return rowsLink(room, { units, from: first.from ?? days.from, to: days.to, where })
}
