import { type Figure, sumOf, sumsBy } from './figure.ts'
import { type Split, UNITS, type Unit } from './units.ts'

/** One line of the diary: a unit, how much of it was counted by hand or came after closing, and its splits. */
interface SheetLine {
  unit: Unit
  total: number
  byHand: number
  corrected: number
  splits: Partial<Record<Split, { value: string; count: number }[]>>
}

export interface SheetPart {
  part: 1 | 2 | 3
  lines: SheetLine[]
}

/** What the journal says against what the loans say; they agree or the day tells by how much not. */
export interface Balance {
  unit: Unit
  counted: number
  transacted: number
  difference: number
}

/** The three parts of the diary: readers and visits; what was given out; answers, events and services. */
const PARTS: Record<SheetPart['part'], readonly Unit[]> = {
  1: ['registration', 're-registration', 'active-borrower', 'visit', 'event-visit', 'internet-session'],
  2: ['loan', 'renewal', 'on-site-loan', 'on-site-use', 'return'],
  3: ['reference-answer', 'event', 'paid-service', 'paid-income'],
}

/** Units that have a transaction of their own besides the journal's line. */
const BALANCED: readonly Unit[] = ['loan', 'on-site-loan', 'renewal', 'return']

/** The lines of a day of a branch; `corrections` are among `figures` and are told apart here. */
export function daySheet(figures: readonly Figure[], corrections: readonly Figure[]): SheetPart[] {
  const part = (number: SheetPart['part']): SheetPart => ({
    part: number,
    lines: PARTS[number].map((unit) => ({
      unit,
      total: sumOf(figures, unit),
      byHand: sumOf(figures, unit, { byHand: '1' }),
      corrected: sumOf(corrections, unit),
      splits: Object.fromEntries(
        UNITS[unit].splits.filter((split) => split !== 'byHand').map((split) => [split, sumsBy(figures, unit, split)]),
      ),
    })),
  })
  return [part(1), part(2), part(3)]
}

/** The journal against the transactions; what was counted by hand has none. */
export function balanceOf(figures: readonly Figure[], transacted: ReadonlyMap<Unit, number>): Balance[] {
  return BALANCED.map((unit) => {
    const counted = sumOf(figures, unit) - sumOf(figures, unit, { byHand: '1' })
    const made = transacted.get(unit) ?? 0
    return { unit, counted, transacted: made, difference: counted - made }
  })
}
