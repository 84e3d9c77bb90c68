import { DatabaseUnavailable } from '../../db/line.ts'
import type { Answer, Refused } from '../../web/src/api-shapes.ts'
import type { RefusalSlug } from '../domain/refusal.ts'

export const no = (refused: RefusalSlug): Refused => ({ ok: false, refused, refusals: [refused] })

/** What the library answers a page, as the web's own client would have it. */
export async function answered<Value>(ask: () => Promise<Value>): Promise<Answer<Value>> {
  try {
    return { ok: true, value: await ask() }
  } catch (error) {
    if (error instanceof DatabaseUnavailable) return no('database-unavailable')
    throw error
  }
}
