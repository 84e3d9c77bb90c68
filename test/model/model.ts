/** The rules of circulation once more, as simply as they can be said: no database, no time limits, one title. */

export interface Copy {
  id: number
  home: number
  /** The branch that holds it. */
  at: number
  place: 'shelf' | 'on-loan' | 'in-transit' | 'hold-shelf'
  reader: number | null
  renewals: number
  /** The day of the loan or of its last renewal. */
  since: number
  transfer: { to: number; from: number; asked: boolean; sentAt: number } | null
  /** The hold it is set aside or under way for; kept while the copy stays where it is, even when the hold is over. */
  hold: number | null
}

export interface Hold {
  id: number
  reader: number
  pickup: number
  state: 'queued' | 'in-transit' | 'waiting' | 'filled' | 'cancelled'
  copy: number | null
}

export interface World {
  copies: Copy[]
  holds: Hold[]
}

export type Deed =
  | { deed: 'lend'; reader: number; copy: number; branch: number; confirm: boolean }
  | { deed: 'take-back'; copy: number; branch: number }
  | { deed: 'renew'; copy: number }
  | { deed: 'hold'; reader: number; pickup: number }
  | { deed: 'cancel'; hold: number }
  | { deed: 'send'; copy: number; from: number; to: number }

export interface Moment {
  /** Minutes and days since the history began. */
  minute: number
  day: number
}

const MAX_LOANS = 5
const MAX_RENEWALS = 2
const SAME_SCAN_MINUTES = 10

const isOpen = ({ state }: Hold) => state === 'queued' || state === 'in-transit' || state === 'waiting'

/** Does the deed, if the rules allow it; the world is changed in place. */
export function act(world: World, deed: Deed, moment: Moment): boolean {
  switch (deed.deed) {
    case 'lend':
      return lend(world, deed, moment)
    case 'take-back':
      return takeBack(world, deed, moment)
    case 'renew':
      return renew(world, deed, moment)
    case 'hold':
      return placeHold(world, deed)
    case 'cancel':
      return cancel(world, deed)
    case 'send':
      return send(world, deed, moment)
  }
}

const copyOf = (world: World, id: number) => world.copies.find((copy) => copy.id === id)
const holdOf = (world: World, id: number | null) => world.holds.find((hold) => hold.id === id)
const queue = (world: World) => world.holds.filter(({ state }) => state === 'queued')

/** The open hold for which this copy is set aside or under way. */
function servedBy(world: World, copy: Copy): Hold | undefined {
  const hold = holdOf(world, copy.hold)
  return hold && hold.copy === copy.id && (hold.state === 'waiting' || hold.state === 'in-transit') ? hold : undefined
}

function lend(world: World, { reader, copy: id, branch, confirm }: Extract<Deed, { deed: 'lend' }>, { day }: Moment): boolean {
  const copy = copyOf(world, id)
  if (!copy || copy.place === 'on-loan') return false
  const served = servedBy(world, copy)
  const own = world.holds.find((hold) => hold.reader === reader && isOpen(hold))
  const waiting = queue(world)
  const place = waiting.findIndex((hold) => hold.reader === reader)
  const overtaken = served?.reader === reader ? 0 : place === -1 ? waiting.length : place
  const isTaken = served !== undefined && served.reader !== reader
  if (!confirm && (isTaken || overtaken > 0)) return false
  if (world.copies.filter((other) => other.place === 'on-loan' && other.reader === reader).length >= MAX_LOANS) return false
  if (isTaken) Object.assign(served, { state: 'queued', copy: null })
  if (own) own.state = 'filled'
  Object.assign(copy, { place: 'on-loan', at: branch, reader, renewals: 0, since: day, transfer: null, hold: null })
  return true
}

function takeBack(world: World, { copy: id, branch }: Extract<Deed, { deed: 'take-back' }>, { minute }: Moment): boolean {
  const copy = copyOf(world, id)
  if (!copy) return false
  const { transfer } = copy
  if (copy.place === 'in-transit' && transfer && transfer.to !== branch) {
    if (transfer.from === branch && minute - transfer.sentAt < SAME_SCAN_MINUTES) return false
    copy.at = branch
    return true
  }
  const before = { ...copy }
  const received = copy.place === 'in-transit' ? transfer : null
  const served = servedBy(world, copy)
  const next = served ?? queue(world)[0]
  Object.assign(copy, { place: 'shelf', at: branch, reader: null, renewals: 0, transfer: null, hold: null })
  const leave = (to: number, asked: boolean) => {
    copy.place = 'in-transit'
    copy.transfer = { to, from: branch, asked, sentAt: minute }
  }
  if (next) {
    Object.assign(next, { copy: id, state: next.pickup === branch ? 'waiting' : 'in-transit' })
    copy.hold = next.id
    if (next.pickup === branch) copy.place = 'hold-shelf'
    else leave(next.pickup, false)
    return true
  }
  const to = received?.asked ? branch : copy.home
  if (to !== branch) leave(to, false)
  return before.place !== 'shelf' || before.at !== branch || to !== branch
}

function renew(world: World, { copy: id }: Extract<Deed, { deed: 'renew' }>, { day }: Moment): boolean {
  const copy = copyOf(world, id)
  if (copy?.place !== 'on-loan') return false
  if (queue(world).length > 0 || copy.renewals >= MAX_RENEWALS || day === copy.since) return false
  copy.renewals += 1
  copy.since = day
  return true
}

function placeHold(world: World, { reader, pickup }: Extract<Deed, { deed: 'hold' }>): boolean {
  if (world.holds.some((hold) => hold.reader === reader && isOpen(hold))) return false
  if (world.copies.some((copy) => copy.place === 'on-loan' && copy.reader === reader)) return false
  world.holds.push({ id: world.holds.length + 1, reader, pickup, state: 'queued', copy: null })
  return true
}

/** The copy stays where it is until somebody scans it (R4a). */
function cancel(world: World, { hold: id }: Extract<Deed, { deed: 'cancel' }>): boolean {
  const hold = holdOf(world, id)
  if (!hold || !isOpen(hold)) return false
  hold.state = 'cancelled'
  return true
}

function send(world: World, { copy: id, from, to }: Extract<Deed, { deed: 'send' }>, { minute }: Moment): boolean {
  const copy = copyOf(world, id)
  if (copy?.place !== 'shelf' || from === to) return false
  Object.assign(copy, { place: 'in-transit', at: from, hold: null, transfer: { to, from, asked: to !== copy.home, sentAt: minute } })
  return true
}

export function cloned(world: World): World {
  return structuredClone(world)
}
