import { openBreaker } from '../../db/breaker.ts'
import { DatabaseUnavailable } from '../../db/line.ts'
import { type FarStore, farValue } from './far-answers.ts'
import { farName } from './keep-answers.ts'

const texts = new Map<string, string>()
const breaker = openBreaker({ failures: 3, restMs: 10_000 })
const LIFE_S = 30 * 24 * 3_600

interface Around {
  kv: FarStore
  databaseUrl: string
  now: Date
  wait(work: Promise<unknown>): void
}

/** What seldom changes and every page needs: the database's word, or its last while it is away. */
export async function lastKnown<Value>(key: string, ask: () => Promise<Value>, { kv, databaseUrl, now, wait }: Around): Promise<Value> {
  const name = await farName(databaseUrl, key)
  const far = () => farValue<Value>(kv, name, breaker, now.getTime())
  try {
    const value = await ask()
    const text = JSON.stringify(value)
    if (texts.get(name) !== text) wait(keep(text))
    texts.set(name, text)
    return value
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable)) throw error
    const text = texts.get(name)
    const value = text === undefined ? await far() : JSON.parse(text)
    if (value === undefined) throw error
    return value
  }

  async function keep(text: string): Promise<void> {
    if (JSON.stringify(await far()) === text) return
    await kv.put(name, text, { expirationTtl: LIFE_S }).catch(() => undefined)
  }
}

/** As in an isolate that has just started: for tests. */
export function forgetLastKnown(): void {
  texts.clear()
}
