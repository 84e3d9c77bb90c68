import type { Database } from '../../db/client.ts'
import {
  listEndedHolds,
  listEndedLoans,
  privacySettings,
  recordForgottenAnswers,
  recordForgottenHolds,
  recordForgottenKeys,
  recordForgottenLoans,
} from '../../db/privacy/forget.ts'

const PAGE = 500
/** So much a night: a library that begins with years of history forgets them in a few nights. */
const MOST_PAGES = 100
const DAY_MS = 86_400_000

/**
 * Returned loans and closed holds lose their reader, used keys their answers (R80). The statistics know only age band, category
 * and language from the beginning. Costs as much as there is to forget.
 */
export async function forgetReaders(db: Database, now: Date): Promise<{ loans: number; kept: number; holds: number; keys: number }> {
  const done = { loans: 0, kept: 0, holds: 0, keys: 0 }
  const { settings } = await db.ask({ settings: privacySettings() })
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const { keepLoansDays, keepAnswersDays, keepKeysDays } = settings
  for (let page = 0; keepLoansDays !== null && page < MOST_PAGES; page += 1) {
    const { loans, holds } = await db.ask({
      loans: listEndedLoans(before(keepLoansDays), PAGE),
      holds: listEndedHolds(before(keepLoansDays), PAGE),
    })
    if (loans.length + holds.length === 0) break
    await db.record([...recordForgottenLoans(loans), ...recordForgottenHolds(holds)])
    const kept = loans.filter(({ keeps }) => keeps).length
    done.loans += loans.length - kept
    done.kept += kept
    done.holds += holds.length
  }
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const results = await db.record([
      recordForgottenKeys(before(keepKeysDays), PAGE),
      recordForgottenAnswers(before(keepAnswersDays), PAGE),
    ])
    const changed = results.map(({ rowsAffected }) => rowsAffected)
    done.keys += changed[1] ?? 0
    if (Math.max(...changed) < PAGE) break
  }
  return done
}
