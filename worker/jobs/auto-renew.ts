import { renewalFacts } from '../../db/circulation/lending-facts.ts'
import { type After, listDueLoans, renewsByItself } from '../../db/circulation/night.ts'
import { recordRenewal } from '../../db/circulation/record-loan.ts'
import { type Database, each } from '../../db/client.ts'
import { dayOf } from '../domain/calendar.ts'
import { renew } from '../domain/circulation/renew.ts'
import { isRefusal } from '../domain/refusal.ts'
import { recordEach } from './record-each.ts'

const PAGE = 25

/**
 * Renews what is due today where the policy says so (R34). Run twice, it finds nothing more to do: what was renewed is no
 * longer due. Costs as much as there is due, and nothing where no policy renews by itself.
 */
export async function autoRenew(db: Database, now: Date): Promise<{ renewed: number; refused: number }> {
  const today = dayOf(now)
  const counted = { renewed: 0, refused: 0 }
  const { wanted } = await db.ask({ wanted: renewsByItself() })
  if (!wanted) return counted
  let after: After | undefined
  for (;;) {
    const { due } = await db.ask({ due: listDueLoans(today, after, PAGE) })
    after = due.at(-1)
    if (!after) return counted
    const { facts } = await db.ask({ facts: each(due.map(({ barcode }) => renewalFacts(barcode, now))) })
    const deeds = facts.flatMap((known) => {
      const outcome = renew(known, today, { at: 'night' })
      return isRefusal(outcome) ? [] : [recordRenewal(outcome, { staffId: null, branchId: outcome.branchId, now })]
    })
    const done = await recordEach(db, deeds)
    counted.renewed += done
    counted.refused += due.length - done
  }
}
