import fc from 'fast-check'
import { FAULTS, type Fault } from './faulty-line.ts'
import { BRANCHES } from './library.ts'
import type { Deed } from './rules/act.ts'
import type { Closing } from './rules/keeping.ts'
import type { Lend } from './rules/lending.ts'
import type { Mark } from './rules/world.ts'

export interface Step {
  minutes: number
  /** Done at once by as many desks. */
  deeds: Deed[]
  faults: Fault[]
  repeats: boolean
}

export interface History {
  homes: number[]
  steps: Step[]
}

export const READERS = 4
const COPIES = 3
const HOLDS = 3
const HALF_HOUR = 30
const DAY = 24 * 60
const WEEK = 7 * DAY
const branch = fc.constantFrom(...BRANCHES)
/** Some are met more often than others, so that deeds meet. */
const reader = fc.constantFrom(0, 0, 0, 1, 1, 2, READERS - 1)
/** Rarely one that took the place of another. */
const copy = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(0, 0, 0, 1, COPIES - 1) },
  { weight: 1, arbitrary: fc.integer({ min: COPIES, max: 2 * COPIES - 1 }) },
)
const hold = fc.integer({ min: 1, max: HOLDS })
const seldom = fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) })
const is = <Name extends string>(name: Name) => fc.constant(name)

const markKind = fc.constantFrom<Mark[]>('lost', 'missing', 'damaged', 'claimed-returned')
const ending = fc.constantFrom<Closing[]>('found', 'repaired', 'replaced', 'written-off', 'never-lent')

const lend: fc.Arbitrary<Lend> = fc.record({ reader, copy, branch, onSite: seldom, confirm: fc.boolean() })
/** All lines of a list are scanned at one desk, to be taken home. */
const lines: fc.Arbitrary<Lend[]> = fc
  .record({ at: branch, lines: fc.array(lend, { minLength: 2, maxLength: 4 }) })
  .map(({ at, lines: scanned }) => scanned.map((line) => ({ ...line, branch: at, onSite: false })))
const lay = fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: -2, max: 9 }) })
const changed = fc.oneof(
  fc.record({ deed: is('change-hold'), hold, suspended: fc.constant(true), sleeps: fc.constantFrom(null, 1, 8) }),
  fc.record({ deed: is('change-hold'), hold, suspended: fc.constant(false) }),
  fc.record({ deed: is('change-hold'), hold, pickup: branch }),
)

const undone = fc.constantFrom('loan' as const, 'return' as const)

const deskDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 20, arbitrary: lend.map((asked): Deed => ({ deed: 'lend', ...asked })) },
  { weight: 3, arbitrary: lines.map((each): Deed => ({ deed: 'lend-to-group', lines: each })) },
  { weight: 20, arbitrary: fc.record({ deed: is('take-back'), copy, branch, lay, readHere: seldom }) },
  { weight: 8, arbitrary: fc.record({ deed: is('renew'), copy, confirm: fc.boolean() }) },
  {
    weight: 16,
    arbitrary: fc.record({
      deed: is('place-hold'),
      reader,
      pickup: branch,
      only: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: copy }),
    }),
  },
  { weight: 6, arbitrary: changed },
  { weight: 3, arbitrary: fc.record({ deed: is('cancel-hold'), hold }) },
  { weight: 1, arbitrary: fc.record({ deed: is('reroute-holds'), from: branch, to: branch }) },
  { weight: 5, arbitrary: fc.record({ deed: fc.constantFrom('send' as const, 'ask' as const), copy, branch, to: branch }) },
  { weight: 3, arbitrary: fc.record({ deed: is('cancel-transfer'), copy, confirm: fc.boolean() }) },
  {
    weight: 8,
    arbitrary: fc.record({ deed: is('mark'), copy, kind: markKind }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      deed: is('end-mark'),
      copy,
      as: ending,
    }),
  },
  { weight: 8, arbitrary: fc.record({ deed: is('undo'), of: undone, copy, branch }) },
  { weight: 9, arbitrary: fc.record({ deed: fc.constantFrom('block' as const, 'lift', 'lift', 'pay', 'pay'), reader }) },
  {
    weight: 2,
    arbitrary: fc.record({ deed: is('close'), branch, ahead: fc.integer({ min: 0, max: 3 }), days: fc.integer({ min: 0, max: 12 }) }),
  },
)
/** The night is not one deed but many: a desk may come between them. */
const night = fc.constant<Deed>({ deed: 'night' })

const minutes = fc.oneof(
  { weight: 12, arbitrary: fc.constant(HALF_HOUR) },
  { weight: 2, arbitrary: fc.constant(DAY) },
  { weight: 3, arbitrary: fc.constant(WEEK) },
  { weight: 2, arbitrary: fc.constant(3 * WEEK) },
  { weight: 1, arbitrary: fc.constant(2) },
)
const step: fc.Arbitrary<Step> = fc.record({
  minutes,
  deeds: fc.oneof(
    { weight: 11, arbitrary: fc.array(deskDeed, { minLength: 1, maxLength: 1 }) },
    { weight: 4, arbitrary: fc.array(deskDeed, { minLength: 2, maxLength: 2 }) },
    { weight: 2, arbitrary: fc.array(night, { minLength: 1, maxLength: 1 }) },
  ),
  faults: fc.oneof(
    { weight: 3, arbitrary: fc.constant<Fault[]>([]) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...FAULTS), { maxLength: 4 }) },
  ),
  repeats: seldom,
})
/** What becomes of a book that a reader has: chance alone would seldom tell it to the end. */
const mishap: fc.Arbitrary<Step[]> = fc
  .record({ reader, copy, branch, kinds: fc.array(markKind, { minLength: 1, maxLength: 2 }), as: ending, minutes })
  .map(({ reader: who, copy: what, branch: at, kinds, as, minutes: later }) => {
    const deeds: Deed[] = [
      { deed: 'lend', reader: who, copy: what, branch: at, onSite: false, confirm: true },
      ...kinds.map((kind): Deed => ({ deed: 'mark', copy: what, kind })),
      { deed: 'end-mark', copy: what, as },
    ]
    return deeds.map((deed) => ({ minutes: later, deeds: [deed], faults: [], repeats: false }))
  })

const after = (minutesLater: number, deed: Deed): Step => ({ minutes: minutesLater, deeds: [deed], faults: [], repeats: false })
/** A hold that sleeps for a night or more. */
const sleep: fc.Arbitrary<Step[]> = fc
  .record({ reader, pickup: branch, hold })
  .map(({ reader: who, pickup, hold: which }) => [
    after(HALF_HOUR, { deed: 'place-hold', reader: who, pickup, only: null }),
    after(HALF_HOUR, { deed: 'change-hold', hold: which, suspended: true, sleeps: 1 }),
    after(DAY, { deed: 'night' }),
  ])
/** A book that comes back late, and a librarian who is kind. */
const delay: fc.Arbitrary<Step[]> = fc
  .record({ reader, copy, branch })
  .map(({ reader: who, copy: what, branch: at }) => [
    after(HALF_HOUR, { deed: 'lend', reader: who, copy: what, branch: at, onSite: false, confirm: true }),
    after(3 * WEEK, { deed: 'night' }),
    after(WEEK, { deed: 'take-back', copy: what, branch: at, lay: 0, readHere: false }),
    after(HALF_HOUR, { deed: 'lift', reader: who }),
  ])
/** A reader who would keep a book for ever. */
const keeping: fc.Arbitrary<Step[]> = fc
  .record({ reader, copy, branch })
  .map(({ reader: who, copy: what, branch: at }) => [
    after(HALF_HOUR, { deed: 'lend', reader: who, copy: what, branch: at, onSite: false, confirm: true }),
    ...[DAY, WEEK, WEEK].map((later) => after(later, { deed: 'renew', copy: what, confirm: false })),
  ])
/** A hold that is given up when its copy stands on the hold shelf. */
const givenUp: fc.Arbitrary<Step[]> = fc
  .record({ reader, copy, pickup: branch, hold })
  .map(({ reader: who, copy: what, pickup, hold: which }) => {
    const scan: Deed = { deed: 'take-back', copy: what, branch: pickup, lay: 0, readHere: false }
    const place: Deed = { deed: 'place-hold', reader: who, pickup, only: null }
    return [place, scan, { deed: 'cancel-hold' as const, hold: which }, scan].map((deed) => after(HALF_HOUR, deed))
  })
/** A class that takes the copy set aside for a reader, and then another of the same title. */
const schoolClass: fc.Arbitrary<Step[]> = fc.record({ reader, pickup: branch }).map(({ reader: who, pickup }) => {
  const line = (pupil: number, what: number, confirm: boolean): Lend => ({
    reader: pupil,
    copy: what,
    branch: pickup,
    onSite: false,
    confirm,
  })
  const [first, second] = [(who + 1) % READERS, (who + 2) % READERS]
  return [
    after(HALF_HOUR, { deed: 'place-hold', reader: who, pickup, only: null }),
    after(HALF_HOUR, { deed: 'take-back', copy: 0, branch: pickup, lay: 0, readHere: false }),
    after(HALF_HOUR, { deed: 'lend-to-group', lines: [line(first, 0, true), line(second, 1, false)] }),
  ]
})

/** A scan that was a mistake: noticed at once, or when something has come of it. */
const mistake: fc.Arbitrary<Step[]> = fc
  .record({
    reader,
    copy,
    branch,
    of: undone,
    lies: fc.constantFrom(HALF_HOUR, WEEK, 4 * WEEK),
    meanwhile: fc.option(deskDeed, { nil: undefined }),
  })
  .map(({ reader: who, copy: what, branch: at, of, lies, meanwhile }) => [
    after(HALF_HOUR, { deed: 'lend', reader: who, copy: what, branch: at, onSite: false, confirm: true }),
    ...(of === 'return' ? [after(lies, { deed: 'take-back', copy: what, branch: at, lay: 0, readHere: false })] : []),
    ...(meanwhile ? [after(HALF_HOUR, meanwhile)] : []),
    after(HALF_HOUR, { deed: 'undo', of, copy: what, branch: at }),
  ])

export const histories: fc.Arbitrary<History> = fc.record({
  homes: fc.array(branch, { minLength: COPIES, maxLength: COPIES }),
  steps: fc
    .array(
      fc.oneof(
        { weight: 24, arbitrary: step.map((one) => [one]) },
        { weight: 3, arbitrary: fc.oneof(mishap, sleep, delay, keeping, givenUp, schoolClass, mistake) },
      ),
      {
        minLength: 3,
        maxLength: 10,
      },
    )
    .map((parts) => parts.flat()),
})

/** Sixty days after its due day the night no longer looks for a book: histories end before. */
export const LAST_MINUTE = 75 * DAY
