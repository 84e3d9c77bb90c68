import type { InStatement } from '@libsql/client/http'
import type { Day } from '../../worker/domain/calendar.ts'
import type { HoldRules } from '../../worker/domain/circulation/holds/next-hold.ts'
import { type Question, rowsOf } from '../client.ts'
import { journalLine } from '../journal.ts'
import { numberOrNull } from './copy-state.ts'

export interface HoldSettings extends HoldRules {
  maxHoldsPerDay: number | null
  transferWarningDays: number
  claimsWarning: number
  /** Branches that have no hold shelf. */
  branchesWithoutPickup: readonly number[]
  branches: readonly number[]
}

const SETTINGS = `SELECT max_holds_per_day, new_copy_days, transfer_warning_days, claims_warning FROM hold_settings`
const CLOSED = 'e.from_on <= :today AND e.to_on >= :today AND json_array_length(e.hours) = 0'
const BRANCHES = `SELECT b.id, b.gives_out_holds, b.lets_copies_go,
    EXISTS (SELECT 1 FROM calendar_exceptions e WHERE e.branch_id = b.id AND ${CLOSED})
      OR EXISTS (SELECT 1 FROM calendar_exceptions e WHERE e.branch_id IS NULL AND ${CLOSED}) AS closed
  FROM branches b ORDER BY b.id`

/** What holds for every hold and transfer of the library on this day. */
export function holdRules(today: Day): Question<HoldSettings> {
  return {
    statements: [SETTINGS, { sql: BRANCHES, args: { today } }],
    read: (results) => {
      const settings = rowsOf(results)[0]
      const branches = rowsOf(results, 1)
      const idsWhere = (holds: (row: (typeof branches)[number]) => boolean) => branches.filter(holds).map(({ id }) => Number(id))
      return {
        today,
        maxHoldsPerDay: numberOrNull(settings?.max_holds_per_day),
        newCopyDays: Number(settings?.new_copy_days ?? 0),
        transferWarningDays: Number(settings?.transfer_warning_days ?? 3),
        claimsWarning: Number(settings?.claims_warning ?? 3),
        closedBranches: idsWhere(({ closed }) => closed === 1),
        branchesThatKeepCopies: idsWhere(({ lets_copies_go }) => lets_copies_go === 0),
        branchesWithoutPickup: idsWhere(({ gives_out_holds }) => gives_out_holds === 0),
        branches: idsWhere(() => true),
      }
    },
  }
}

type ChangedSettings = Omit<HoldSettings, 'today' | 'branches' | 'closedBranches'>

export function recordHoldSettings(settings: ChangedSettings, staffId: number, now: Date): InStatement[] {
  const { maxHoldsPerDay, newCopyDays, transferWarningDays, claimsWarning, branchesWithoutPickup, branchesThatKeepCopies } = settings
  return [
    {
      sql: 'UPDATE hold_settings SET max_holds_per_day = ?, new_copy_days = ?, transfer_warning_days = ?, claims_warning = ?',
      args: [maxHoldsPerDay, newCopyDays, transferWarningDays, claimsWarning],
    },
    {
      sql: `UPDATE branches SET gives_out_holds = id NOT IN (SELECT value FROM json_each(?)),
              lets_copies_go = id NOT IN (SELECT value FROM json_each(?))`,
      args: [JSON.stringify(branchesWithoutPickup), JSON.stringify(branchesThatKeepCopies)],
    },
    journalLine({ deed: 'policy-changed', staffId, branchId: null, now, detail: settings }),
  ]
}
