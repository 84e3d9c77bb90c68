import { listLent, recordPopularity, type Standing } from '../../db/catalogue/popularity.ts'
import { recordFading } from '../../db/catalogue/question-sightings.ts'
import { recordSamples, samplesAreOutgrown } from '../../db/catalogue/rebuild.ts'
import type { Database } from '../../db/client.ts'
import type { Day } from '../domain/calendar.ts'
import { prior, priorOfPlace } from '../domain/catalogue/index/prior.ts'
import { ageOf, moveInIndex, refreshIndex } from './rebuild-index.ts'

const MOST_A_TIME = 200

/** Moves the records lent on newly closed days to where they now belong in the index. Answers how many moved. */
export async function followDemand(db: Database, days: { from: Day; to: Day }, now: Date): Promise<number> {
  await db.record([...recordPopularity(days.from, days.to), ...recordFading()])
  await refreshIndex(db.client, now)
  const { lent, outgrown } = await db.ask({ lent: listLent(days.from, days.to), outgrown: samplesAreOutgrown() })
  const moved = lent.filter((standing) => hasMoved(standing, now)).map(({ recordId }) => recordId)
  for (let at = 0; at < moved.length; at += MOST_A_TIME) await moveInIndex(db.client, moved.slice(at, at + MOST_A_TIME), now)
  if (outgrown) await db.record(recordSamples())
  return moved.length
}

function hasMoved({ place, loans, addedAt }: Standing, now: Date): boolean {
  return prior(loans, ageOf(addedAt, now)) !== priorOfPlace(place)
}
