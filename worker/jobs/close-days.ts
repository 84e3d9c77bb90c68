import { brokenUniqueness, type Database } from '../../db/client.ts'
import { closingFacts, recordCounted } from '../../db/statistics/closing-facts.ts'
import { recordClosings } from '../../db/statistics/counting.ts'
import { addDays, type Day, dayOf } from '../domain/calendar.ts'
import { closeDays as decide } from '../domain/statistics/close-days.ts'

/**
 * Closes yesterday and every day missed before it, a month in one batch; what came late becomes a correction. Two trips on
 * a usual night. Answers the days closed, first and last. Whoever runs beside it loses the race and looks again.
 */
export async function closeDays(db: Database, now: Date): Promise<{ from: Day; to: Day; corrections: number }> {
  const yesterday = addDays(dayOf(now), -1)
  let from = yesterday
  let corrections = 0
  for (;;) {
    const { facts } = await db.ask({ facts: closingFacts() })
    const { closings, to } = decide(facts, yesterday)
    try {
      await db.record([...recordClosings(closings, now, null), recordCounted(facts.journalTo)])
    } catch (error) {
      if (brokenUniqueness(error)?.startsWith('day_closings')) continue
      throw error
    }
    corrections += closings.filter(({ correction }) => correction > 0).length
    for (const { day, version } of closings) if (version === 1 && day < from) from = day
    if (to === undefined || to >= yesterday) return { from, to: yesterday, corrections }
  }
}
