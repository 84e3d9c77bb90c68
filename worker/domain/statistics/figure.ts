import { SPLITS, type Split, type Unit } from './units.ts'

/** What a figure is split by; a split without a value is '', by hand is '1'. */
export type Where = { [Name in Split | 'branch']?: string | undefined }

/** A count of one unit, with the value of every split it was asked by. */
export interface Figure {
  unit: Unit
  count: number
  where: Where
}

/** The figures of a unit that fit, summed. */
export function sumOf(figures: readonly Figure[], unit: Unit, where: Where = {}): number {
  let sum = 0
  for (const figure of figures) if (figure.unit === unit && fits(figure.where, where)) sum += figure.count
  return sum
}

/** The figures of a unit by the values of one split, the largest first. */
export function sumsBy(figures: readonly Figure[], unit: Unit, split: Split | 'branch'): { value: string; count: number }[] {
  const sums = new Map<string, number>()
  for (const { unit: own, count, where } of figures) {
    if (own === unit) sums.set(where[split] ?? '', (sums.get(where[split] ?? '') ?? 0) + count)
  }
  return [...sums]
    .map(([value, count]) => ({ value, count }))
    .filter(({ count }) => count !== 0)
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
}

/** Whether these splits have the values wanted. */
export function fits(where: Where, wanted: Where): boolean {
  for (const split of WHERE) if (wanted[split] !== undefined && (where[split] ?? '') !== wanted[split]) return false
  return true
}

const WHERE = [...SPLITS, 'branch'] as const
