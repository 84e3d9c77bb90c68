import { type Copy, copyOf, holdOf, isBarred, isOpenHold, KEEPING_BRANCH, loansOf, type Moment, type World } from './world.ts'

export interface PlaceHold {
  reader: number
  pickup: number
  only: number | null
}

export function placeHold(world: World, { reader: id, pickup, only }: PlaceHold, { day }: Moment): boolean {
  const reader = world.readers[id]
  const copies = only === null ? world.copies : world.copies.filter((copy) => copy.id === only)
  if (!reader || isBarred(reader, day) || !copies.some((copy) => canBeHeld(copy, pickup))) return false
  if (world.holds.some((hold) => hold.reader === id && isOpenHold(hold))) return false
  const held = loansOf(world, id)
  if (held.length > 0) return false
  world.holds.push({
    id: world.holds.length + 1,
    reader: id,
    only,
    pickup,
    state: 'queued',
    copy: null,
    suspended: false,
    wakes: null,
    shelfUntil: null,
  })
  return true
}

const canBeHeld = ({ withdrawn, mark, home }: Copy, pickup: number) =>
  !withdrawn && (mark === null || mark.kind === 'claimed-returned') && (pickup === home || home !== KEEPING_BRANCH)

export interface ChangeHold {
  hold: number
  suspended?: boolean
  sleeps?: number | null
  pickup?: number
}

/** Only while it is queued. */
export function changeHold(world: World, { hold: id, suspended, sleeps, pickup }: ChangeHold, { day }: Moment): boolean {
  const hold = holdOf(world, id)
  if (hold?.state !== 'queued') return false
  if (suspended !== undefined) Object.assign(hold, { suspended, wakes: suspended && sleeps ? day + sleeps : null })
  if (pickup !== undefined) hold.pickup = pickup
  return true
}

/** The copy stays where it is until somebody scans it (R4a). */
export function cancelHold(world: World, id: number): boolean {
  const hold = holdOf(world, id)
  if (!hold || !isOpenHold(hold)) return false
  hold.state = 'cancelled'
  return true
}

export function reroute(world: World, from: number, to: number): boolean {
  if (from === to) return false
  for (const hold of world.holds) if (hold.state === 'queued' && hold.pickup === from) hold.pickup = to
  return true
}

/** Sends a copy in hand, or asks the branch that holds it to send it. */
export function send(world: World, { copy: id, from, to }: { copy: number; from: number | null; to: number }, { minute }: Moment): boolean {
  const copy = copyOf(world, id)
  const start = from ?? copy?.at
  if (!copy || start === undefined || start === to || copy.withdrawn || copy.place !== 'shelf') return false
  if (copy.mark && copy.mark.kind !== 'damaged') return false
  if (to !== copy.home && copy.home === KEEPING_BRANCH) return false
  const { transfer } = copy
  if (transfer && (from === null || transfer.to !== to)) return false
  const reason = transfer?.reason ?? (to === copy.home ? 'home' : 'asked')
  copy.lately = null
  copy.transfer = { to, from: start, reason, sentAt: from === null ? null : minute }
  if (from !== null) Object.assign(copy, { place: 'in-transit', at: from, hold: null })
  return true
}

export function cancelTransfer(world: World, id: number, confirm: boolean, { minute }: Moment): boolean {
  const copy = copyOf(world, id)
  const transfer = copy?.transfer
  if (!copy || !transfer || (transfer.sentAt !== null && !confirm)) return false
  const hold = holdOf(world, copy.hold)
  if (hold?.state === 'in-transit' && hold.copy === id) Object.assign(hold, { state: 'queued', copy: null })
  copy.transfer = transfer.sentAt === null ? null : { to: transfer.from, from: transfer.to, reason: 'asked', sentAt: minute }
  Object.assign(copy, { hold: null, lately: null })
  return true
}
