import type { Client } from '@libsql/client/http'
import type { Day } from '../../worker/domain/calendar.ts'
import { LIBRARY_TERMS, type PolicyRule } from '../../worker/domain/circulation/policy.ts'
import { type LibraryCalendar, MONDAY_TO_SATURDAY } from '../../worker/domain/library-calendar.ts'
import { nationalHolidays } from '../../worker/domain/national-holidays.ts'
import { BRANCHES, CENTRAL_BRANCH, POLICIES } from './branches.ts'

const NAME = 'Пайдалану ережесі / Правила пользования'
const ALWAYS = '2020-01-01T00:00:00.000Z'
const rule = (terms: PolicyRule['terms'], where: Partial<PolicyRule> = {}): PolicyRule => ({
  branchId: null,
  category: null,
  material: null,
  ...where,
  terms,
})

/** The library's own policy: what is published, and the cautious rest. */
const SEED_RULES: readonly PolicyRule[] = [
  rule({ ...LIBRARY_TERMS, highDemandHolds: 3 }),
  ...POLICIES.map(({ category, ...terms }) => rule({ ...terms, ...(category === 'pensioner' ? { autoRenew: true } : {}) }, { category })),
  rule({ maxLoans: 3, loanDays: 7, maxRenewals: 1 }, { material: 'serial' }),
  rule({ maxLoans: 0 }, { material: 'newspaper' }),
  rule({ maxLoans: 0, maxOnSite: 2 }, { material: 'rare-book' }),
  rule({ maxLoans: 2, loanDays: 7, maxRenewals: 0 }, { material: 'new-book' }),
  rule({ loanDays: 90, maxRenewals: 1, maxLoans: 5 }, { material: 'textbook' }),
]

/** Open from Monday to Saturday, closed on the holidays and on the last Friday of the month, for cleaning. */
export function seedCalendar(today: Day): LibraryCalendar {
  const year = Number(today.slice(0, 4))
  return {
    branchId: CENTRAL_BRANCH,
    week: MONDAY_TO_SATURDAY,
    holidays: [-3, -2, -1, 0, 1].flatMap((years) => nationalHolidays(year + years)),
    cleaning: { which: 'last', weekday: 5 },
    exceptions: [],
  }
}

/** A library that has written its own policy keeps it. */
export async function writePolicy(client: Client): Promise<void> {
  const { rows } = await client.execute('SELECT max(id) AS last FROM policy_versions')
  if (Number(rows[0]?.last) > 1) return
  await client.batch(
    [
      { sql: 'INSERT INTO policy_versions (id, name, longest_days, made_at) VALUES (2, ?, 90, ?)', args: [NAME, ALWAYS] },
      ...SEED_RULES.map(({ branchId, category, material, terms }) => ({
        sql: 'INSERT INTO policy_rules VALUES (2, ?, ?, ?, ?)',
        args: [branchId ?? 0, category ?? '', material ?? '', JSON.stringify(terms)],
      })),
      { sql: 'UPDATE policy_versions SET in_force_at = ? WHERE id = 2', args: [ALWAYS] },
    ],
    'write',
  )
}

export async function writeCalendars(client: Client): Promise<void> {
  await client.batch(
    BRANCHES.map(({ id }) => ({
      sql: 'INSERT OR IGNORE INTO branch_calendars (branch_id, week, cleaning, changed_at) VALUES (?, ?, ?, ?)',
      args: [id, JSON.stringify(MONDAY_TO_SATURDAY), JSON.stringify({ which: 'last', weekday: 5 }), ALWAYS],
    })),
    'write',
  )
}

/** The invented loans were made under the policy that the library has. */
export const LOANS_UNDER_POLICY = `UPDATE loans SET policy_version_id = 2, rules_branch_id = known.branch_id, category = known.category, material = known.material
  FROM (SELECT l.id, c.branch_id, d.category, coalesce(c.material, r.kind) AS material
        FROM loans l JOIN copies c ON c.id = l.copy_id JOIN records r ON r.id = c.record_id LEFT JOIN readers d ON d.id = l.reader_id) AS known
  WHERE known.id = loans.id`
