import type { Row } from '@libsql/client/http'
import { type Day, dayOf } from '../../worker/domain/calendar.ts'
import type { PastLoan, PolicySet } from '../../worker/domain/circulation/replay.ts'
import type { HeldLoan } from '../../worker/domain/circulation/standing.ts'
import { type Question, rowsOf } from '../client.ts'
import { ruleOf } from './policy.ts'

/** No reader has more books at once than so many loans back. */
const LOANS_BACK = 60

const AT_ONCE = `SELECT json_group_array(json_object('id', o.id, 'dueOn', o.due_on, 'onSite', o.on_site, 'recordId', oc.record_id,
    'branchId', coalesce(o.rules_branch_id, oc.branch_id), 'material', coalesce(o.material, oc.material, orr.kind), 'parentMaterial', om.parent))
  FROM loans o JOIN copies oc ON oc.id = o.copy_id JOIN records orr ON orr.id = oc.record_id
  LEFT JOIN materials om ON om.slug = coalesce(o.material, oc.material, orr.kind)
  WHERE o.reader_id = l.reader_id AND o.reader_ordinal BETWEEN l.reader_ordinal - ${LOANS_BACK} AND l.reader_ordinal - 1
    AND (o.returned_at IS NULL OR o.returned_at > l.lent_at)`

const PAST = `SELECT l.id, l.branch_id, l.lent_at, l.returned_at, l.due_on, l.renewals, l.on_site, c.barcode, c.price, r.title,
    coalesce(l.rules_branch_id, c.branch_id) AS rules_branch_id, coalesce(l.category, d.category, '') AS category,
    coalesce(l.material, c.material, r.kind) AS material, m.parent, (${AT_ONCE}) AS held
  FROM loans l JOIN copies c ON c.id = l.copy_id JOIN records r ON r.id = c.record_id LEFT JOIN readers d ON d.id = l.reader_id
  LEFT JOIN materials m ON m.slug = coalesce(l.material, c.material, r.kind)`

/** The loans made since this day, a page at a time, in the order they were made. */
export function listPastLoans(since: Day, after: number | undefined, page: number): Question<PastLoan[]> {
  const first =
    "(SELECT min(loan_id) FROM journal WHERE deed = 'loan' AND day = (SELECT min(day) FROM journal WHERE day >= ? AND deed = 'loan'))"
  return {
    statements: [
      {
        sql: `${PAST} WHERE l.id >= ${after === undefined ? `coalesce(${first}, 0)` : '?'} AND l.lent_at >= ? ORDER BY l.id LIMIT ?`,
        args: [after === undefined ? since : after + 1, since, page],
      },
    ],
    read: (results) => rowsOf(results).map(pastLoanOf),
  }
}

function pastLoanOf(row: Row): PastLoan {
  const held: HeldLoan[] = JSON.parse(String(row.held))
  return {
    id: Number(row.id),
    barcode: String(row.barcode),
    title: String(row.title),
    place: {
      branchId: Number(row.rules_branch_id),
      category: String(row.category),
      material: String(row.material),
      parentMaterial: row.parent === null ? null : String(row.parent),
    },
    branchId: Number(row.branch_id),
    lentOn: dayOf(new Date(String(row.lent_at))),
    returnedOn: row.returned_at === null ? null : dayOf(new Date(String(row.returned_at))),
    dueOn: String(row.due_on),
    renewals: Number(row.renewals),
    onSite: row.on_site === 1,
    price: row.price === null ? null : Number(row.price),
    held: held.map((loan) => ({ ...loan, onSite: Boolean(loan.onSite), lost: false, claimed: false })),
  }
}

/** All rules of a version, or of the one in force. */
export function policySet(version: number | Date): Question<PolicySet> {
  const id = typeof version === 'number' ? '?' : '(SELECT id FROM policy_versions WHERE in_force_at <= ? ORDER BY in_force_at DESC LIMIT 1)'
  return {
    statements: [
      {
        sql: `SELECT version_id, branch_id, category, material, terms FROM policy_rules WHERE version_id = ${id}`,
        args: [typeof version === 'number' ? version : version.toISOString()],
      },
    ],
    read: (results) => ({ versionId: Number(rowsOf(results)[0]?.version_id ?? 0), rules: rowsOf(results).map(ruleOf) }),
  }
}
