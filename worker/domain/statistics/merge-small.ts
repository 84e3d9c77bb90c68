import type { Day } from '../calendar.ts'
import type { Figure } from './figure.ts'
import { SPLITS, type Split, type Unit } from './units.ts'

/** A group of fewer people could be recognised. */
const LEAST = 5

export const MERGED = 'merged'

/**
 * Counts fit for the public: groups smaller than five become one, and with them the next smallest until it has five.
 * The sum stays what it was.
 */
export function mergeSmall<Part extends { value: string; count: number }>(parts: readonly Part[]): { value: string; count: number }[] {
  const rising = parts.filter(({ count }) => count !== 0).sort((one, other) => one.count - other.count)
  let taken = 0
  let merged = 0
  for (const { count } of rising) {
    if (count >= LEAST && (taken === 0 || merged >= LEAST)) break
    merged += count
    taken += 1
  }
  if (taken === 0) return [...parts]
  const small = new Set<Part>(rising.slice(0, taken))
  const kept = parts.filter((part) => part.count !== 0 && !small.has(part)).map(({ value, count }) => ({ value, count }))
  return [...kept, { value: MERGED, count: merged }]
}

/** Figures of one split fit for the public: small groups merged within each unit. */
export function mergeFigures(figures: readonly Figure[]): Figure[] {
  return [...Map.groupBy(figures, ({ unit }) => unit)].flatMap(([unit, own]) => {
    const split = splitOf(own)
    if (!split) return own
    return mergeSmall(own.map(({ count, where }) => ({ value: where[split] ?? '', count }))).map(({ value, count }) => ({
      unit,
      count,
      where: { [split]: value },
    }))
  })
}

export function mergePoints<Point extends Figure & { at: string }>(points: readonly Point[]): (Figure & { at: string })[] {
  return [...Map.groupBy(points, ({ at }) => at)].flatMap(([at, own]) => mergeFigures(own).map((figure) => ({ ...figure, at })))
}

/** The days of open data: of each day and unit, branches with few are one; theirs is no branch. */
export function mergeDays<Of extends { day: Day; branch: number; unit: Unit; count: number }>(days: readonly Of[]) {
  return [...Map.groupBy(days, ({ day, unit }) => `${day} ${unit}`).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const { day, unit } = first
    const parts = mergeSmall(own.map(({ branch, count }) => ({ value: String(branch), count })))
    return parts.map(({ value, count }) => ({ day, branch: value === MERGED ? null : Number(value), unit, count }))
  })
}

/** A report fit for the public: its splits with small groups merged. */
export function mergeReport<Row extends { parts: { value: string; count: number }[] }, Section extends { rows: Row[] }>(
  sections: readonly Section[],
): Section[] {
  return sections.map((section) => ({ ...section, rows: section.rows.map((row) => ({ ...row, parts: mergeSmall(row.parts) })) }))
}

function splitOf(figures: readonly Figure[]): Split | 'branch' | undefined {
  return [...SPLITS, 'branch' as const].find((split) => figures.some(({ where }) => where[split] !== undefined))
}
