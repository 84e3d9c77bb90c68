import type { Row } from '@libsql/client/http'
import { addDays, type Day } from '../../worker/domain/calendar.ts'
import { choosePolicy } from '../../worker/domain/circulation/choose-policy.ts'
import type { Policy, PolicyRule, PolicyTerms } from '../../worker/domain/circulation/policy.ts'
import { type Question, rowsOf } from '../client.ts'
import type { Unknown } from './calendar.ts'

/** Where a policy is asked: one row with version_id, branch_id, category and material. */
type Place = Unknown

const IN_FORCE = '(SELECT v.id FROM policy_versions v WHERE v.in_force_at <= ? ORDER BY v.in_force_at DESC LIMIT 1)'

/** The rules that describe each place: at most twelve, each found by its key. */
const rulesAt = (places: string, name = 'NULL') =>
  `WITH at AS MATERIALIZED (${places}), wide AS (SELECT at.*, m.parent FROM at LEFT JOIN materials m ON m.slug = at.material)
              SELECT ${name} AS name, w.version_id, w.branch_id AS at_branch, w.category AS at_category, w.material AS at_material, w.parent AS at_parent,
                p.branch_id, p.category, p.material, p.terms
              FROM wide w LEFT JOIN policy_rules p ON p.version_id = w.version_id AND p.branch_id IN (0, w.branch_id)
                AND p.category IN ('', w.category) AND p.material IN ('', w.material, w.parent)`

const policyOf = ({ sql, args }: Place): Question<Policy> => ({
  statements: [{ sql: rulesAt(sql), args }],
  read: (results) => chosen(rowsOf(results)),
})

/** The policy in force on a day at the pickup branch of each of these holds, whoever waits before it. `asked`: rows of `holds`. */
export function policyForHolds({ sql, args }: Unknown, today: Day): Question<Map<number, Policy>> {
  const places = `SELECT h.id AS hold_id, ${IN_FORCE} AS version_id, h.pickup_branch_id AS branch_id, '' AS category, r.kind AS material
                  FROM (${sql}) h JOIN records r ON r.id = h.record_id WHERE h.state = 'queued'`
  return {
    statements: [{ sql: rulesAt(places, 'w.hold_id'), args: [addDays(today, 1), ...args] }],
    read: (results) => {
      const byHold = Map.groupBy(rowsOf(results), ({ name }) => Number(name))
      return new Map([...byHold].map(([hold, rows]) => [hold, chosen(rows)]))
    },
  }
}

function chosen(rows: readonly Row[]): Policy {
  const first = rows[0]
  return choosePolicy(Number(first?.version_id ?? 0), rows.filter(({ terms }) => terms !== null).map(ruleOf), {
    branchId: Number(first?.at_branch ?? 0),
    category: String(first?.at_category ?? ''),
    material: String(first?.at_material ?? ''),
    parentMaterial: first?.at_parent ? String(first.at_parent) : null,
  })
}

export function ruleOf(row: Row): PolicyRule {
  return {
    branchId: Number(row.branch_id) || null,
    category: String(row.category) || null,
    material: String(row.material) || null,
    terms: JSON.parse(String(row.terms)) as Partial<PolicyTerms>,
  }
}

/** The policy now in force for lending this copy to the owner of this card: by the copy's home branch (R4). */
export function policyFacts(card: string, barcode: string, now: Date): Question<Policy> {
  return policyOf({
    sql: `SELECT ${IN_FORCE} AS version_id, c.branch_id, d.category, coalesce(c.material, r.kind) AS material
          FROM copies c JOIN records r ON r.id = c.record_id LEFT JOIN readers d ON d.card = ? WHERE c.barcode = ?`,
    args: [now.toISOString(), card, barcode],
  })
}

/** The policy now in force for a reader and a record where no copy is chosen yet: a title hold, by its pickup branch. */
export function policyForRecord(card: string, recordId: number, branchId: number, now: Date): Question<Policy> {
  return policyOf({
    sql: `SELECT ${IN_FORCE} AS version_id, ? AS branch_id, d.category, r.kind AS material
          FROM records r LEFT JOIN readers d ON d.card = ? WHERE r.id = ?`,
    args: [now.toISOString(), branchId, card, recordId],
  })
}

/** The policy now in force at a branch for a copy, whoever waits for it: how long it stands on the hold shelf (R49). */
export function policyForShelf(barcode: string, branchId: number, now: Date): Question<Policy> {
  return policyOf({
    sql: `SELECT ${IN_FORCE} AS version_id, ? AS branch_id, '' AS category, coalesce(c.material, r.kind) AS material
          FROM copies c JOIN records r ON r.id = c.record_id WHERE c.barcode = ?`,
    args: [now.toISOString(), branchId, barcode],
  })
}

/** The policy now in force for readers of a category who borrow a book of this branch. */
export function policyForBooks(category: string, branchId: number, now: Date): Question<Policy> {
  return policyOf({
    sql: `SELECT ${IN_FORCE} AS version_id, ? AS branch_id, ? AS category, 'book' AS material`,
    args: [now.toISOString(), branchId, category],
  })
}

/** The policy under which a copy's open loan was made. */
export function loanPolicyFacts(barcode: string, now: Date): Question<Policy> {
  return policyOf({
    sql: `SELECT coalesce(l.policy_version_id, ${IN_FORCE}) AS version_id, coalesce(l.rules_branch_id, c.branch_id) AS branch_id,
            coalesce(l.category, d.category) AS category, coalesce(l.material, c.material, r.kind) AS material
          FROM copies c JOIN records r ON r.id = c.record_id JOIN loans l ON l.copy_id = c.id AND l.returned_at IS NULL
          LEFT JOIN readers d ON d.id = l.reader_id WHERE c.barcode = ?`,
    args: [now.toISOString(), barcode],
  })
}

/** The longest loan of the policy in force: as far as this, and a little more, a due day needs the calendar. */
export function longestLoan(now: Date): Unknown {
  return {
    sql: '(SELECT v.longest_days FROM policy_versions v WHERE v.in_force_at <= ? ORDER BY v.in_force_at DESC LIMIT 1)',
    args: [now.toISOString()],
  }
}
