import fc from 'fast-check'
import { act, cloned, type Deed, type World } from './model.ts'
import { BRANCHES, FAULTS, type Fault, type openRealLibrary, visible } from './real-library.ts'

type RealLibrary = Awaited<ReturnType<typeof openRealLibrary>>

interface Step {
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

const READERS = 4
const COPIES = 3
const HOLDS = 6
const branch = fc.constantFrom(...BRANCHES)
const reader = fc.nat({ max: READERS - 1 })
const copy = fc.nat({ max: COPIES - 1 })

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ deed: fc.constant('lend' as const), reader, copy, branch, confirm: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ deed: fc.constant('take-back' as const), copy, branch }) },
  { weight: 2, arbitrary: fc.record({ deed: fc.constant('renew' as const), copy }) },
  { weight: 4, arbitrary: fc.record({ deed: fc.constant('hold' as const), reader, pickup: branch }) },
  { weight: 1, arbitrary: fc.record({ deed: fc.constant('cancel' as const), hold: fc.integer({ min: 1, max: HOLDS }) }) },
  { weight: 1, arbitrary: fc.record({ deed: fc.constant('send' as const), copy, from: branch, to: branch }) },
)
const WEEK = 7 * 24 * 60

export const histories: fc.Arbitrary<History> = fc.record({
  homes: fc.array(branch, { minLength: COPIES, maxLength: COPIES }),
  steps: fc.array(
    fc.record({
      minutes: fc.oneof(
        { weight: 12, arbitrary: fc.constant(30) },
        { weight: 4, arbitrary: fc.constant(WEEK) },
        { weight: 1, arbitrary: fc.constant(2) },
      ),
      deeds: fc.oneof(
        { weight: 3, arbitrary: fc.array(deed, { minLength: 1, maxLength: 1 }) },
        { weight: 1, arbitrary: fc.array(deed, { minLength: 2, maxLength: 2 }) },
      ),
      faults: fc.oneof(
        { weight: 3, arbitrary: fc.constant<Fault[]>([]) },
        { weight: 1, arbitrary: fc.array(fc.constantFrom(...FAULTS), { maxLength: 4 }) },
      ),
      repeats: fc.boolean(),
    }),
    { minLength: 3, maxLength: 14 },
  ),
})

/** A loan falls due after sixty days: histories end before, for nobody is late in the model. */
const LAST_MINUTE = 55 * 24 * 60

/** Lives a history and says how it differs from the model; nothing when it does not. */
export async function differenceIn({ homes, steps }: History, library: RealLibrary): Promise<string | undefined> {
  const real = await library.begin(homes, READERS)
  let worlds: World[] = [real.world]
  let minute = 0
  for (const [number, { minutes, deeds, faults, repeats }] of steps.entries()) {
    if (minute + minutes > LAST_MINUTE) continue
    minute += minutes
    real.pass(minutes)
    const keyed = deeds.map((each) => ({ deed: each, key: crypto.randomUUID() }))
    const answers = await Promise.all(keyed.map(({ deed: each, key }) => real.perform(each, key, deeds.length > 1 ? [] : faults)))
    const moment = { minute, day: Math.floor(minute / (24 * 60)) }
    worlds = worlds.flatMap((world) =>
      after(
        world,
        deeds,
        answers.map(({ done }) => done),
        moment,
      ),
    )
    const where = `step ${number + 1}, ${JSON.stringify(deeds)}`
    if (worlds.length === 0) return `${where}: answered ${answers.map(({ text }) => text).join(' and ')}`
    const seen = JSON.stringify(await real.state())
    worlds = worlds.filter((world) => JSON.stringify(visible(world)) === seen)
    if (worlds.length === 0) return `${where}: the database has ${seen}`
    for (const [index, { deed: each, key }] of keyed.entries()) {
      const before = answers[index]
      if (repeats && before?.done && (await real.again(each, key)) !== before.text) return `${where}: repeated, it was answered otherwise`
    }
  }
  return undefined
}

/** The worlds that may be after deeds done at once: the order of the desks is anybody's. */
function after(world: World, deeds: Deed[], done: boolean[], moment: { minute: number; day: number }): World[] {
  const orders =
    deeds.length === 2
      ? [
          [0, 1],
          [1, 0],
        ]
      : [[0]]
  return orders.flatMap((order) => {
    const next = cloned(world)
    const agrees = order.every((index) => {
      const each = deeds[index]
      return each !== undefined && act(next, each, moment) === done[index]
    })
    return agrees ? [next] : []
  })
}
