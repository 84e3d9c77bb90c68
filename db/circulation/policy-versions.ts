import type { InStatement, Row } from '@libsql/client/http'
import type { ChangedPolicy, PolicyFacts, PolicyVersion } from '../../worker/domain/circulation/edit-policy.ts'
import type { PolicyRule } from '../../worker/domain/circulation/policy.ts'
import { type Question, rowsOf } from '../client.ts'
import { journalLine } from '../journal.ts'
import { ruleOf } from './policy.ts'

interface By {
  staffId: number
  now: Date
}

const VERSION = 'SELECT id, name, longest_days, revision, made_at, in_force_at FROM policy_versions'
const RULES = 'SELECT branch_id, category, material, terms FROM policy_rules WHERE version_id = ?'

function versionOf(row: Row): PolicyVersion {
  return {
    id: Number(row.id),
    name: String(row.name),
    longestDays: Number(row.longest_days),
    revision: Number(row.revision),
    madeAt: String(row.made_at),
    inForceAt: row.in_force_at === null ? null : String(row.in_force_at),
  }
}

export interface Material {
  slug: string
  parent: string | null
  nameKk: string
  nameRu: string
  nameEn: string
}

export function listMaterials(): Question<Material[]> {
  return {
    statements: ['SELECT slug, parent, name_kk, name_ru, name_en FROM materials ORDER BY coalesce(parent, slug), parent IS NOT NULL, slug'],
    read: (results) =>
      rowsOf(results).map(({ slug, parent, name_kk, name_ru, name_en }) => ({
        slug: String(slug),
        parent: parent === null ? null : String(parent),
        nameKk: String(name_kk),
        nameRu: String(name_ru),
        nameEn: String(name_en),
      })),
  }
}

/** The drafts, what will be, is and was in force: the newest first. */
export function listPolicyVersions(): Question<PolicyVersion[]> {
  return {
    statements: [`${VERSION} ORDER BY id DESC LIMIT 200`],
    read: (results) => rowsOf(results).map(versionOf),
  }
}

/** Which version is in force at this moment. */
export function policyInForce(now: Date): Question<number> {
  return {
    statements: [
      { sql: 'SELECT id FROM policy_versions WHERE in_force_at <= ? ORDER BY in_force_at DESC LIMIT 1', args: [now.toISOString()] },
    ],
    read: (results) => Number(rowsOf(results)[0]?.id ?? 0),
  }
}

/** A version with its rules, and what a rule may name. */
export function policyVersionFacts(id: number): Question<PolicyFacts> {
  return {
    statements: [
      { sql: `${VERSION} WHERE id = ?`, args: [id] },
      { sql: RULES, args: [id] },
      'SELECT id FROM branches',
      'SELECT slug FROM materials',
    ],
    read: (results) => ({
      version: rowsOf(results).map(versionOf)[0],
      rules: rowsOf(results, 1).map(ruleOf),
      branches: rowsOf(results, 2).map((row) => Number(row.id)),
      materials: rowsOf(results, 3).map((row) => String(row.slug)),
    }),
  }
}

/** A draft that begins as a copy of a version. */
export function recordDraft(name: string, rules: readonly PolicyRule[], longestDays: number, { staffId, now }: By): InStatement[] {
  const id = '(SELECT max(id) FROM policy_versions)'
  return [
    {
      sql: 'INSERT INTO policy_versions (name, longest_days, made_at, made_by) VALUES (?, ?, ?, ?)',
      args: [name, longestDays, now.toISOString(), staffId],
    },
    ...insertRules(id, [], rules),
    journalLine({ deed: 'policy-drafted', staffId, branchId: null, now, detail: { name } }),
  ]
}

/** Puts the number that the database gave to a draft into the answer kept. */
export function nameDraft(key: string): InStatement {
  return {
    sql: `UPDATE idempotency_keys SET answer = json_set(answer, '$.policy.id', (SELECT max(id) FROM policy_versions)) WHERE key = ?`,
    args: [key],
  }
}

export function recordChangedPolicy({ version, name, rules, longestDays }: ChangedPolicy, by: By): InStatement[] {
  return [
    policyChange(version, 'changed', by),
    { sql: 'DELETE FROM policy_rules WHERE version_id = ?', args: [version.id] },
    ...insertRules('?', [version.id], rules),
    {
      sql: 'UPDATE policy_versions SET name = ?, longest_days = ?, revision = ? WHERE id = ?',
      args: [name, longestDays, version.revision + 1, version.id],
    },
    journalLine({ ...by, deed: 'policy-changed', branchId: null, detail: { version: version.id, revision: version.revision + 1 } }),
  ]
}

export function recordPolicyInForce(version: PolicyVersion, inForceAt: string, by: By): InStatement[] {
  return [
    policyChange(version, 'put-in-force', by),
    {
      sql: 'UPDATE policy_versions SET in_force_at = ?, put_in_force_by = ?, revision = ? WHERE id = ?',
      args: [inForceAt, by.staffId, version.revision + 1, version.id],
    },
    journalLine({ ...by, deed: 'policy-put-in-force', branchId: null, detail: { version: version.id, inForceAt } }),
  ]
}

/** Two people changing a draft from the same reading break on the revision. */
function policyChange({ id, revision }: PolicyVersion, deed: string, { staffId, now }: By): InStatement {
  return { sql: 'INSERT INTO policy_changes VALUES (?, ?, ?, ?, ?)', args: [id, revision + 1, deed, now.toISOString(), staffId] }
}

function insertRules(id: string, args: number[], rules: readonly PolicyRule[]): InStatement[] {
  return [
    {
      sql: `INSERT INTO policy_rules (version_id, branch_id, category, material, terms)
            SELECT ${id}, coalesce(value ->> 'branchId', 0), coalesce(value ->> 'category', ''), coalesce(value ->> 'material', ''), value -> 'terms'
            FROM json_each(?)`,
      args: [...args, JSON.stringify(rules)],
    },
  ]
}
