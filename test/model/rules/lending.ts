import {
  backToQueue,
  bringOverdue,
  copyOf,
  couldFill,
  endLoan,
  endMark,
  isBarred,
  isOpenHold,
  type Lately,
  loansOf,
  type Moment,
  servedBy,
  TERMS,
  type World,
} from './world.ts'

export interface Lend {
  reader: number
  copy: number
  branch: number
  onSite: boolean
  confirm: boolean
}

const isOverdue =
  (day: number) =>
  ({ loan, mark }: ReturnType<typeof loansOf>[number]) =>
    mark !== 'lost' && mark !== 'claimed-returned' && loan.due < day
const isLost = ({ mark }: ReturnType<typeof loansOf>[number]) => mark === 'lost'

/** `inGroup`: a list never ends somebody's loan. */
export function lend(
  world: World,
  { reader: id, copy: copyId, branch, onSite, confirm }: Lend,
  { minute, day }: Moment,
  inGroup = false,
): boolean {
  const copy = copyOf(world, copyId)
  const reader = world.readers[id]
  if (!copy || !reader || copy.withdrawn || isBarred(reader, day)) return false
  const held = loansOf(world, id)
  if (held.some(isOverdue(day))) return false
  const own = copy.loan?.reader === id
  if (own && (inGroup || !copy.loan?.onSite || onSite)) return false
  if (copy.loan && (!confirm || inGroup)) return false
  const served = servedBy(world, copy)
  const waiting = couldFill(world, copy, copy.at, day)
  const place = waiting.findIndex((hold) => hold.reader === id)
  const isTaken = served !== undefined && served.reader !== id
  const overtakes = served?.reader === id ? false : place === -1 ? waiting.length > 0 : place > 0
  const others = held.filter(({ loan }) => loan !== copy.loan)
  const isFull = !onSite && others.filter(({ loan }) => !loan.onSite).length >= TERMS.maxLoans
  const isMarked = copy.mark?.kind === 'damaged'
  if (!confirm && (isTaken || overtakes || isFull || isMarked || held.some(isLost))) return false
  const fills = world.holds.find((hold) => hold.reader === id && isOpenHold(hold) && (hold.only === null || hold.only === copy.id))
  const ended = copy.loan
  const lifts = copy.mark !== null && copy.mark.kind !== 'damaged'
  const more = Boolean(ended || copy.transfer || lifts || isTaken || fills)
  if (lifts) {
    const { mark } = copy
    endMark(world, copy, true)
    copy.mark = mark
  }
  if (ended) endLoan(world, copy, day, day)
  if (copy.mark?.kind !== 'damaged') copy.mark = null
  if (isTaken) backToQueue(served)
  if (fills) Object.assign(fills, { state: 'filled' })
  const loan = { reader: id, branch, due: onSite ? day : day + TERMS.loanDays, renewals: 0, onSite, charged: false }
  const lately: Lately = { of: 'loan', minute, day, branch, more, loan, brought: {} }
  Object.assign(copy, { place: 'on-loan', at: branch, loan, transfer: null, hold: null, lately })
  return true
}

const heldFor = ({ holds }: World) => holds.map(({ state, copy }) => ({ state, copy }))

/** Line by line; a copy is lent once in a list. Sent again after a lost answer, a list tries once more what was refused. */
export function lendToGroup(world: World, lines: readonly Lend[], moment: Moment, sendings: number): boolean[] {
  const done = lines.map(() => false)
  for (let sending = 0; sending < sendings; sending += 1) {
    const before = done.slice()
    const kept = heldFor(world)
    for (const [index, line] of lines.entries()) done[index] ||= lend(world, line, moment, true)
    // One instant for the whole list: that it took what was kept for somebody is not known of one line.
    const lent = lines.filter((_, index) => done[index] && !before[index]).map(({ copy }) => copyOf(world, copy)?.lately)
    if (kept.some(({ state, copy }, index) => copy !== null && world.holds[index]?.state === 'queued' && state !== 'queued'))
      for (const lately of lent) if (lately) lately.more = true
  }
  return done
}

export type RenewedAt = 'desk' | 'desk-confirmed' | 'night'

export function renew(world: World, copyId: number, { day }: Moment, at: RenewedAt): boolean {
  const copy = copyOf(world, copyId)
  const loan = copy?.loan
  const reader = loan && world.readers[loan.reader]
  if (!copy || !loan || !reader || loan.onSite || (copy.mark && copy.mark.kind !== 'damaged') || isBarred(reader, day)) return false
  if (couldFill(world, copy, copy.at, day).length > 0 || day + TERMS.loanDays <= loan.due) return false
  const others = loansOf(world, loan.reader).filter((held) => held.loan !== loan)
  const against = loan.renewals >= TERMS.maxRenewals || loan.due < day || others.some(isOverdue(day)) || others.some(isLost)
  if (against && at !== 'desk-confirmed') return false
  bringOverdue(world, loan, Math.max(0, day - loan.due), day, day)
  Object.assign(loan, { due: day + TERMS.loanDays, renewals: loan.renewals + 1, charged: false })
  return true
}
