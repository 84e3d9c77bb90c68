import { copyState } from '../../db/circulation/copy-state.ts'
import { endLoanFacts } from '../../db/circulation/lending-facts.ts'
import { type After, listLongOverdue, lostAfter } from '../../db/circulation/night.ts'
import { recordIncident } from '../../db/circulation/record-incident.ts'
import { recordLostCharge } from '../../db/circulation/record-overdue.ts'
import { type Database, each, together } from '../../db/client.ts'
import { dayOf } from '../domain/calendar.ts'
import { becomeLost } from '../domain/circulation/become-lost.ts'
import { recordEach } from './record-each.ts'

const PAGE = 25

/** Marks as lost what is overdue for too long (R60): once, for a marked book is not asked about again. */
export async function markLost(db: Database, now: Date): Promise<{ lost: number }> {
  const today = dayOf(now)
  const counted = { lost: 0 }
  const { days } = await db.ask({ days: lostAfter() })
  if (!days) return counted
  let after: After | undefined
  for (;;) {
    const { overdue } = await db.ask({ overdue: listLongOverdue(today, days, after, PAGE) })
    after = overdue.at(-1)
    if (!after) return counted
    const { facts } = await db.ask({
      facts: each(overdue.map(({ barcode }) => together({ ending: endLoanFacts(barcode, now), state: copyState(barcode) }))),
    })
    const deeds = facts.flatMap(({ ending, state }) => {
      const book = becomeLost({ ...ending, state }, today)
      if (!book) return []
      const by = { staffId: null, branchId: book.incident.copy.homeBranchId, now }
      return [[...recordIncident(book.incident, by), ...(book.charge ? recordLostCharge(book.charge, by) : [])]]
    })
    counted.lost += await recordEach(db, deeds)
  }
}
