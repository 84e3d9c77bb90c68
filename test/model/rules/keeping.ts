import { renew } from './lending.ts'
import {
  AUTO_RENEWING_BRANCH,
  backToQueue,
  type Copy,
  copyOf,
  endMark,
  isClosed,
  type Mark,
  type Moment,
  nextOpen,
  servedBy,
  TERMS,
  type World,
} from './world.ts'

const FOLLOWS: Record<Mark, Mark[]> = {
  lost: ['damaged', 'claimed-returned', 'missing'],
  missing: ['damaged'],
  damaged: [],
  'claimed-returned': ['lost', 'damaged'],
}

export function mark(world: World, id: number, kind: Mark, { day }: Moment): boolean {
  const copy = copyOf(world, id)
  if (!copy || copy.withdrawn) return false
  if ((kind === 'claimed-returned' && !copy.loan) || (kind === 'missing' && copy.loan)) return false
  if (copy.mark && !FOLLOWS[kind].includes(copy.mark.kind)) return false
  const served = servedBy(world, copy)
  if (served) backToQueue(served)
  const never = kind === 'lost' || kind === 'missing'
  if (never && copy.place === 'in-transit') copy.place = 'shelf'
  if (never) copy.transfer = null
  if (copy.place === 'hold-shelf') copy.place = 'shelf'
  if (copy.place === 'shelf') copy.hold = null
  if (kind === 'lost') chargeLoss(world, copy)
  Object.assign(copy, { mark: { kind, day }, lately: null })
  return true
}

function chargeLoss(world: World, { loan }: Copy) {
  if (!loan || loan.charged) return
  loan.charged = true
  world.readers[loan.reader]?.charges.push({ kind: 'lost', amount: TERMS.price, open: true, loan })
}

export type Closing = 'found' | 'repaired' | 'replaced' | 'written-off' | 'never-lent'

/** The copy that takes the place of another has this number. */
export const REPLACEMENT = 3

export function endOfMark(world: World, id: number, as: Closing): boolean {
  const copy = copyOf(world, id)
  const kind = copy?.mark?.kind
  if (!copy || !kind) return false
  if ((as === 'repaired' && kind !== 'damaged') || (as === 'never-lent' && kind !== 'claimed-returned')) return false
  if (as === 'found' && copy.loan) return false
  if (as === 'replaced' && copyOf(world, id + REPLACEMENT)) return false
  copy.lately = null
  endMark(world, copy, as === 'found' || as === 'replaced' || as === 'never-lent')
  if (as === 'found' || as === 'repaired') return true
  if (copy.loan) Object.assign(copy, { loan: null, place: 'shelf' })
  if (as === 'never-lent') copy.mark = { kind: 'missing', day: 0 }
  else copy.withdrawn = true
  if (as === 'replaced') {
    const fresh = { loan: null, transfer: null, hold: null, mark: null, withdrawn: false, lately: null } as const
    world.copies.push({ ...fresh, id: id + REPLACEMENT, home: copy.home, at: copy.home, place: 'shelf' })
  }
  return true
}

export function block(world: World, reader: number): boolean {
  world.readers[reader]?.blocks.push({ until: null, lifted: false })
  return true
}

/** Lifts the first block or suspension that is open. */
export function lift(world: World, reader: number, { day }: Moment): boolean {
  const open = world.readers[reader]?.blocks.find(({ until, lifted }) => !lifted && (until === null || until >= day))
  if (open) open.lifted = true
  return open !== undefined
}

/** Pays the first charge that is open. */
export function pay(world: World, reader: number): boolean {
  const open = world.readers[reader]?.charges.find((charge) => charge.open)
  if (open) open.open = false
  return open !== undefined
}

/** What falls into the closing moves to the next open day (R70). */
export function close(world: World, branch: number, from: number, to: number): boolean {
  world.closings.push({ branch, from, to })
  const day = nextOpen(world, branch, to)
  for (const { loan } of world.copies) if (loan?.branch === branch && from <= loan.due && loan.due <= to) loan.due = day
  for (const hold of world.holds) {
    const ends = hold.state === 'waiting' && hold.pickup === branch ? hold.shelfUntil : null
    if (ends !== null && from <= ends && ends <= to) hold.shelfUntil = day
  }
  return true
}

export function night(world: World, moment: Moment): boolean {
  const { day } = moment
  for (const hold of world.holds) {
    if (hold.state === 'waiting' && hold.shelfUntil !== null && hold.shelfUntil < day) {
      const moved = isClosed(world, hold.pickup, hold.shelfUntil) ? nextOpen(world, hold.pickup, hold.shelfUntil) : -1
      if (moved >= day) hold.shelfUntil = moved
      else hold.state = 'expired'
    }
    if (hold.state === 'queued' && hold.suspended && hold.wakes !== null && hold.wakes <= day)
      Object.assign(hold, { suspended: false, wakes: null })
  }
  const due = world.copies.filter(({ loan, home }) => loan?.due === day && home === AUTO_RENEWING_BRANCH)
  for (const { id } of due) renew(world, id, moment, 'night')
  for (const copy of world.copies) {
    const late = copy.loan !== null && day - copy.loan.due >= TERMS.lostAfterDays
    if (late && (copy.mark === null || copy.mark.kind === 'damaged')) mark(world, copy.id, 'lost', moment)
  }
  return true
}
