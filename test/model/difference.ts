import type { History, Step } from './histories.ts'
import { LAST_MINUTE, READERS } from './histories.ts'
import { type Answered, type openRealLibrary, START_MINUTE } from './real-library.ts'
import { act, type Deed } from './rules/act.ts'
import type { Moment, World } from './rules/world.ts'
import { visible } from './visible.ts'

type RealLibrary = Awaited<ReturnType<typeof openRealLibrary>>
type RealHistory = Awaited<ReturnType<RealLibrary['begin']>>

/** Lives a history and says how it differs from the model; nothing when it does not. */
export async function differenceIn({ homes, steps }: History, library: RealLibrary): Promise<string | undefined> {
  const real = await library.begin(homes, READERS)
  let worlds: World[] = [real.world]
  let minute = 0
  for (const [number, step] of steps.entries()) {
    if (minute + step.minutes > LAST_MINUTE) continue
    minute += step.minutes
    real.pass(step.minutes)
    const moment = { minute, day: Math.floor((minute + START_MINUTE) / (24 * 60)) }
    const where = `step ${number + 1}, day ${moment.day}, ${JSON.stringify(step.deeds)}`
    const keyed = step.deeds.map((deed) => ({ deed, key: crypto.randomUUID() }))
    const faults = keyed.length > 1 ? [] : step.faults
    const answers = await Promise.all(keyed.map(({ deed, key }) => real.perform(deed, key, faults)))
    const outcomes = answers.map(({ outcome }) => outcome)
    const before = worlds
    worlds = worlds.flatMap((world) => after(world, step, outcomes, moment))
    if (worlds.length === 0)
      return `${where}: answered ${answers.map(({ outcome, text }) => `${outcome} ${text}`).join(' and ')}\n${told(before)}`
    // What was refused changed nothing: that is seen with the next deed that was done.
    const isLast = number === steps.length - 1
    if (!isLast && !outcomes.some((outcome) => outcome.includes('1'))) continue
    const seen = await real.state()
    const expected = worlds.map((world) => visible(world, moment.day))
    worlds = worlds.filter((_, index) => expected[index] === seen)
    if (worlds.length === 0) return `${where}: the database has\n${seen}\nand not\n${expected.join('\nor\n')}\n${told(before)}`
    const repeated = step.repeats ? await repeatedOtherwise(real, step, keyed, answers) : undefined
    if (repeated) return `${where}: ${repeated}`
  }
  return undefined
}

const told = (worlds: World[]) => `before: ${JSON.stringify(worlds[0])}`

/** The same request again changes nothing and is answered as before; another one under the same key is refused. */
async function repeatedOtherwise(real: RealHistory, { faults }: Step, keyed: { deed: Deed; key: string }[], answers: Answered[]) {
  for (const [index, { deed, key }] of keyed.entries()) {
    const before = answers[index]
    if (!before?.sent || !before.outcome.includes('1') || before.outcome.includes('0')) continue
    if ((await real.again(before, key)) !== before.text) return 'repeated, it was answered otherwise'
    if (
      faults.length > 0 &&
      deed.deed !== 'lend-to-group' &&
      deed.deed !== 'reroute-holds' &&
      (await real.reuse(key)) !== 'idempotency-key-reused'
    )
      return 'another request under its key was not refused'
  }
  return undefined
}

/** The worlds that may be after deeds done at once: the order of the desks is anybody's; a list may have been sent twice by a bad line. */
function after(world: World, { deeds, faults }: Step, outcomes: string[], moment: Moment): World[] {
  const orders =
    deeds.length === 2
      ? [
          [0, 1],
          [1, 0],
        ]
      : [[0]]
  const sendings = deeds.length === 1 && deeds[0]?.deed === 'lend-to-group' && faults.length > 0 ? [1, 2] : [1]
  const next = orders.flatMap((order) =>
    sendings.flatMap((times) => {
      const lived = structuredClone(world)
      const agrees = order.every((index) => {
        const deed = deeds[index]
        return deed !== undefined && act(lived, deed, moment, times) === outcomes[index]
      })
      return agrees ? [lived] : []
    }),
  )
  return next.length < 2 ? next : [...new Map(next.map((lived) => [JSON.stringify(lived), lived])).values()]
}
