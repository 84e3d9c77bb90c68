import type { Taken } from './asking.ts'
import { mean } from './distribution.ts'
import { middle } from './times.ts'

/** Of one question that was asked more than once, the time in the middle and the average of the processor's. */
export function middleAsked(runs: readonly Taken[]): Taken {
  return { ...middle(runs, ({ ms }) => ms), cpuMs: mean(runs.map(({ cpuMs }) => cpuMs)) }
}
