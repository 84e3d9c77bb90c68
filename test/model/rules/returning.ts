import {
  backToQueue,
  type Copy,
  copyOf,
  couldFill,
  endLoan,
  endMark,
  isClosed,
  type Lately,
  type Moment,
  servedBy,
  TERMS,
  type Transfer,
  type World,
} from './world.ts'

const SAME_SCAN_MINUTES = 10

export interface TakeBack {
  copy: number
  branch: number
  /** Days since it lay in the book drop. */
  lay: number
  readHere: boolean
}

export function takeBack(world: World, { copy: id, branch, lay, readHere }: TakeBack, { minute, day }: Moment): boolean {
  const copy = copyOf(world, id)
  if (!copy) return false
  const { transfer } = copy
  if (copy.place === 'in-transit' && transfer && transfer.to !== branch) {
    const justSent = transfer.sentAt !== null && minute - transfer.sentAt < SAME_SCAN_MINUTES
    if (transfer.from === branch && justSent) return false
    Object.assign(copy, { at: branch, lately: null })
    return true
  }
  const before = { ...copy }
  const received = copy.place === 'in-transit' ? transfer : null
  const asked = copy.place === 'in-transit' ? null : transfer
  const served = servedBy(world, copy)
  const found = copy.mark !== null && copy.mark.kind !== 'damaged'
  if (found) {
    const { mark } = copy
    endMark(world, copy, true)
    copy.mark = mark
  }
  const brought = endLoan(world, copy, day - Math.max(0, lay), day)
  if (found) copy.mark = null
  const cleared = copy.place === 'hold-shelf' && (served === undefined || copy.withdrawn)
  const returned: Lately | null = before.loan && {
    of: 'return',
    minute,
    day,
    branch,
    more: found || asked !== null,
    loan: before.loan,
    brought,
  }
  Object.assign(copy, { place: 'shelf', at: branch, transfer: null, hold: null, lately: returned })
  const something = before.loan || readHere || received || found || cleared || before.at !== branch
  if (copy.withdrawn) {
    if (served) backToQueue(served)
    return changed(copy, before, Boolean(something || asked || served))
  }
  const next = served ?? couldFill(world, copy, branch, day)[0]
  if (next) {
    const waits = next.pickup === branch
    const already = next.state === 'waiting' && waits
    Object.assign(next, { copy: id, state: waits ? 'waiting' : 'in-transit' })
    if (!already) next.shelfUntil = waits ? shelfUntil(world, branch, day) : null
    copy.hold = next.id
    if (waits) copy.place = 'hold-shelf'
    else leave(copy, { to: next.pickup, from: branch, reason: 'hold', sentAt: minute })
    return true
  }
  const to = asked?.to ?? (received?.reason === 'asked' ? branch : copy.home)
  if (to !== branch) leave(copy, { to, from: branch, reason: asked?.reason ?? 'home', sentAt: minute })
  return changed(copy, before, Boolean(something || asked || to !== branch))
}

/** What changed nothing is no scan. */
function changed(copy: Copy, { lately }: Copy, yes: boolean): boolean {
  if (!yes) copy.lately = lately
  return yes
}

function leave(copy: Copy, transfer: Transfer) {
  Object.assign(copy, { place: 'in-transit', transfer })
}

function shelfUntil(world: World, branch: number, today: number): number {
  let day = today
  for (let counted = 0; counted < TERMS.holdShelfDays; ) {
    day += 1
    if (!isClosed(world, branch, day)) counted += 1
  }
  return day
}
