/** The library once more, as simply as it can be said: one title, a few copies and readers, no database. Days count from the first. */
export interface World {
  copies: Copy[]
  holds: Hold[]
  readers: Reader[]
  /** Branches closed for days. */
  closings: { branch: number; from: number; to: number }[]
}

export type Mark = 'lost' | 'missing' | 'damaged' | 'claimed-returned'

export interface Copy {
  id: number
  home: number
  /** The branch that holds it. */
  at: number
  place: 'shelf' | 'on-loan' | 'in-transit' | 'hold-shelf'
  loan: Loan | null
  transfer: Transfer | null
  /** The hold it is set aside or under way for; kept while the copy stays where it is, even when the hold is over. */
  hold: number | null
  mark: { kind: Mark; day: number } | null
  withdrawn: boolean
  /** The loan or the return that was the last thing to happen to it: it can be taken back. */
  lately: Lately | null
}

export interface Lately {
  of: 'loan' | 'return'
  minute: number
  day: number
  branch: number
  /** The scan did more than lend or take back. */
  more: boolean
  loan: Loan
  /** What its days overdue brought. */
  brought: Brought
}

export interface Brought {
  block?: Reader['blocks'][number]
  charge?: Reader['charges'][number]
}

export interface Loan {
  reader: number
  /** That lent it. */
  branch: number
  due: number
  renewals: number
  onSite: boolean
  charged: boolean
}

export interface Transfer {
  to: number
  from: number
  reason: 'home' | 'hold' | 'asked'
  /** Null while it is only asked for. */
  sentAt: number | null
}

export interface Hold {
  id: number
  reader: number
  /** Only this copy will do. */
  only: number | null
  pickup: number
  state: 'queued' | 'in-transit' | 'waiting' | 'filled' | 'cancelled' | 'expired'
  copy: number | null
  suspended: boolean
  wakes: number | null
  shelfUntil: number | null
}

export interface Reader {
  id: number
  blocks: { until: number | null; lifted: boolean }[]
  charges: { kind: 'overdue' | 'lost'; amount: number; open: boolean; loan: Loan | null }[]
}

export interface Moment {
  /** Minutes since the history began, and the day in Almaty. */
  minute: number
  day: number
}

/** The policy of the model's library. */
export const TERMS = {
  maxLoans: 2,
  loanDays: 21,
  maxRenewals: 2,
  holdShelfDays: 5,
  suspensionDays: 1,
  finePerDay: 1_000,
  price: 20_000,
  lostAfterDays: 30,
}
/** Renews by itself; keeps its copies. */
export const AUTO_RENEWING_BRANCH = 1
export const KEEPING_BRANCH = 3

export const isOpenHold = ({ state }: Hold) => state === 'queued' || state === 'in-transit' || state === 'waiting'
export const copyOf = (world: World, id: number) => world.copies.find((copy) => copy.id === id)
export const holdOf = (world: World, id: number | null) => world.holds.find((hold) => hold.id === id)
export const isClosed = (world: World, branch: number, day: number) =>
  world.closings.some((closing) => closing.branch === branch && closing.from <= day && day <= closing.to)

export function nextOpen(world: World, branch: number, day: number): number {
  let next = day
  while (isClosed(world, branch, next)) next += 1
  return next
}

export const loansOf = (world: World, reader: number) =>
  world.copies.flatMap(({ loan, mark }) => (loan?.reader === reader ? [{ loan, mark: mark?.kind }] : []))

export const isBarred = ({ blocks }: Reader, day: number) => blocks.some(({ until, lifted }) => !lifted && (until === null || until >= day))

/** The open hold for which this copy is set aside or under way. */
export function servedBy(world: World, copy: Copy): Hold | undefined {
  const hold = holdOf(world, copy.hold)
  return hold && hold.copy === copy.id && (hold.state === 'waiting' || hold.state === 'in-transit') ? hold : undefined
}

/** The queued holds that this copy could fill, first come first. */
export function couldFill(world: World, copy: Copy, at: number, day: number): Hold[] {
  if (copy.withdrawn || copy.mark) return []
  return world.holds.filter((hold) => {
    if (hold.state !== 'queued') return false
    if (hold.suspended && (hold.wakes === null || hold.wakes > day)) return false
    if (hold.only !== null && hold.only !== copy.id) return false
    if (hold.pickup !== at && isClosed(world, hold.pickup, day)) return false
    return hold.pickup === copy.home || copy.home !== KEEPING_BRANCH
  })
}

export function backToQueue(hold: Hold) {
  Object.assign(hold, { state: 'queued', copy: null, shelfUntil: null })
}

/** Ends the loan of a copy as of a day, with what its days overdue bring. */
export function endLoan(world: World, copy: Copy, day: number, today: number): Brought {
  const { loan, mark } = copy
  if (!loan) return {}
  const stops = mark && (mark.kind === 'lost' || mark.kind === 'claimed-returned') ? Math.min(mark.day, day) : day
  copy.loan = null
  return bringOverdue(world, loan, Math.max(0, stops - loan.due), day, today)
}

export function bringOverdue(world: World, loan: Loan, days: number, from: number, today: number): Brought {
  const reader = world.readers[loan.reader]
  if (!reader || days === 0) return {}
  const until = from + days * TERMS.suspensionDays
  const running = Math.max(
    ...reader.blocks.filter(({ until: end, lifted }) => end !== null && !lifted && end >= today).map(({ until: end }) => end ?? 0),
    -1,
  )
  const charge = { kind: 'overdue' as const, amount: Math.min(days * TERMS.finePerDay, TERMS.price), open: true, loan }
  reader.charges.push(charge)
  if (running >= until) return { charge }
  const block = { until, lifted: false }
  reader.blocks.push(block)
  return { charge, block }
}

/** Ends a mark, and what is still owed for a loss where nothing is lost any longer. */
export function endMark(world: World, copy: Copy, settles: boolean) {
  const kind = copy.mark?.kind
  copy.mark = null
  if (!settles || (kind !== 'lost' && kind !== 'claimed-returned')) return
  for (const { charges } of world.readers)
    for (const charge of charges) if (charge.kind === 'lost' && charge.loan === copy.loan) charge.open = false
}
