import type { Client } from '@libsql/client/http'
import { namesNear } from '../../db/catalogue/headings.ts'
import { knownHeadingOriginals, recordHeadingOriginals, recordNames } from '../../db/catalogue/record-names.ts'
import { ask, together } from '../../db/client.ts'
import type { AuthorityHeading } from '../domain/catalogue/headings/from-authority.ts'
import { current, takeHeading } from '../domain/catalogue/headings/headings.ts'
import { sha256 } from '../sha256.ts'
import { refreshIndex } from './rebuild-index.ts'
import type { Original, Outcome } from './take-in.ts'

export type AuthorityOriginal = Original & { heading: AuthorityHeading }

/** Takes authority records in: one round trip to ask, one to write; then the records they give other names to are indexed anew. */
export async function takeInHeadings(client: Client, originals: AuthorityOriginal[], now: Date): Promise<Outcome[]> {
  if (originals.length === 0) return []
  const hashes = await Promise.all(originals.map(({ bytes }) => sha256(bytes)))
  const points = originals.map(({ heading }) => heading)
  const { known, names } = await ask(client, together({ known: knownHeadingOriginals(hashes), names: namesNear(points, []) }))
  const first = names.headings.nextId
  const taken = originals.flatMap((original, place) => {
    const hash = hashes[place] ?? ''
    if (known.has(hash)) return []
    known.add(hash)
    return [{ ...original, hash, place, heading: takeHeading(original.heading, names.headings) }]
  })
  if (taken.length > 0) {
    const rows = taken.map(({ heading, ...row }) => ({
      ...row,
      headingId: current(heading, names.headings.merged).id,
      at: now.toISOString(),
    }))
    await client.batch([...recordNames(names), ...recordHeadingOriginals(rows)], 'write')
    await refreshIndex(client, now)
  }
  const outcomes = originals.map((): Outcome => 'unchanged')
  for (const { place, heading } of taken) outcomes[place] = heading.id >= first ? 'added' : 'updated'
  return outcomes
}
