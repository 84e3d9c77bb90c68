import { backToQueue, type Copy, copyOf, type Lately, type Moment, servedBy, type World } from './world.ts'

export interface Undo {
  of: 'loan' | 'return'
  copy: number
  branch: number
}

/** Takes the last loan or return of a copy back: on its day, at its desk, while nothing came of it. */
export function undo(world: World, { of, copy: id, branch }: Undo, { minute, day }: Moment): boolean {
  const copy = copyOf(world, id)
  const lately = copy?.lately
  if (!copy || !lately || lately.of !== of || lately.branch !== branch || lately.day !== day || lately.more) return false
  // Another desk lent it at this very moment: this one means the loan before.
  if (of === 'loan' && lately.minute === minute) return false
  return of === 'loan' ? undoLoan(copy) : undoReturn(world, copy, lately)
}

function undoLoan(copy: Copy): boolean {
  if (!copy.loan || copy.loan.renewals > 0) return false
  Object.assign(copy, { loan: null, place: 'shelf', lately: null })
  return true
}

function undoReturn(world: World, copy: Copy, { loan, brought: { block, charge }, minute }: Lately): boolean {
  const reader = world.readers[loan.reader]
  if (!reader || world.readers.some(({ charges }) => charges.some((each) => each.loan === loan && !each.open))) return false
  const served = servedBy(world, copy)
  if (served) backToQueue(served)
  if (copy.transfer?.sentAt === minute) copy.transfer = null
  reader.blocks = reader.blocks.filter((each) => each !== block)
  reader.charges = reader.charges.filter((each) => each !== charge)
  Object.assign(copy, { loan, place: 'on-loan', hold: null, lately: null })
  return true
}
