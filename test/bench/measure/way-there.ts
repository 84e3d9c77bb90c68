import { createClient } from '@libsql/client/http'
import { type Distribution, distribution } from './distribution.ts'
import { middle, TIMES } from './times.ts'

/**
 * What the way to the database and back takes by itself, measured as the questions are: what of a time is the machine's noise and not
 * the search's. In ms.
 */
export async function wayThere(url: string, questions: number): Promise<Distribution> {
  const client = createClient({ url })
  const times: number[] = []
  for (let question = 0; question < questions; question += 1) {
    const runs: number[] = []
    while (runs.length < TIMES) {
      const started = performance.now()
      await client.execute('SELECT 1')
      runs.push(performance.now() - started)
    }
    times.push(middle(runs, (ms) => ms))
  }
  return distribution(times)
}
