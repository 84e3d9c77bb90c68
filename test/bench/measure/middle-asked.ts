import type { Asked, Asking } from './asking.ts'
import { mean } from './distribution.ts'
import { middle, TIMES } from './times.ts'

/** One question, asked as often as all are: the middle time counts. */
export async function middleAsked(product: Asking, path: string): Promise<Asked> {
  const runs: Asked[] = []
  while (runs.length < TIMES) runs.push(await product.ask(path))
  return { ...middle(runs, ({ ms }) => ms), cpuMs: mean(runs.map(({ cpuMs }) => cpuMs)) }
}
