import type { Found } from '../../db/catalogue/search.ts'
import { sha256 } from '../sha256.ts'

interface Entry {
  at: number
  found: Found
}

/** Younger than KV's shortest life of 60 seconds: nothing is ever served older than a minute. */
const LIFE_MS = 50_000
const KV_LIFE_S = 60

/** What this isolate knows to have changed: a copy lent here is not shown as available from an older answer. */
const touchedAt = new Map<number, number>()
let catalogueChangedAt = 0

export function touchRecord(recordId: number, now: Date): void {
  for (const [id, at] of touchedAt) if (now.getTime() - at > LIFE_MS) touchedAt.delete(id)
  touchedAt.set(recordId, now.getTime())
}

export function touchCatalogue(now: Date): void {
  catalogueChangedAt = now.getTime()
}

const nameOf = async (key: string) => `search:${await sha256(key)}`

function isFresh({ at, found }: Entry, now: number): boolean {
  if (now - at > LIFE_MS || catalogueChangedAt >= at) return false
  return found.hits.every(({ id }) => (touchedAt.get(id) ?? 0) < at)
}

/** The cached answer, if it is fresh. A cache that is down is a cache that has nothing. */
export async function cached(cache: KVNamespace, key: string, now: Date): Promise<Found | undefined> {
  try {
    const entry = await cache.get<Entry>(await nameOf(key), 'json')
    return entry && isFresh(entry, now.getTime()) ? entry.found : undefined
  } catch {
    return undefined
  }
}

export async function keep(cache: KVNamespace, key: string, found: Found, now: Date): Promise<void> {
  try {
    await cache.put(await nameOf(key), JSON.stringify({ at: now.getTime(), found } satisfies Entry), { expirationTtl: KV_LIFE_S })
  } catch {
    return
  }
}
