import type { Row } from '@libsql/client/http'
import type { StaffFacts, StaffMember } from '../../worker/domain/staff/staff-member.ts'
import { textOrNull } from '../circulation/copy-state.ts'
import { type Question, rowsOf, together } from '../client.ts'
import { actorOf } from './session.ts'

export interface ListedStaff extends StaffMember {
  lastSeenAt: string | null
  /** When another gave them the password they still have; null: it is their own. */
  passwordGivenAt: string | null
}

const MEMBER = 'SELECT id, login, name, role, branch_id, left_at, last_seen_at, password_given_at FROM staff'

/** Everybody who works here, or did. */
export function listStaff(): Question<ListedStaff[]> {
  return { statements: [{ sql: MEMBER, args: [] }], read: (results) => rowsOf(results).flatMap((row) => memberOf(row) ?? []) }
}

export function findStaff(id: number): Question<StaffMember | undefined> {
  return {
    statements: [{ sql: `${MEMBER} WHERE id = ?`, args: [id] }],
    read: (results) => rowsOf(results).flatMap((row) => memberOf(row) ?? [])[0],
  }
}

/** What is asked before one of the staff is changed. */
export const staffFacts = (id: number): Question<StaffFacts> =>
  together({
    member: findStaff(id),
    administrators: numberIn("SELECT count(*) AS n FROM staff WHERE role = 'administrator' AND left_at IS NULL"),
    changes: staffChanges(),
  })

/** How many changes of the staff there were. */
export const staffChanges = () => numberIn('SELECT coalesce(max(number), 0) AS n FROM staff_changes')

/** Whether there is this branch; to work for all needs none. */
export function branchExists(branchId: number | null): Question<boolean> {
  const found = numberIn('SELECT count(*) AS n FROM branches WHERE id = ?', branchId)
  return { ...found, read: (results) => branchId === null || found.read(results) > 0 }
}

export function loginIsTaken(login: string): Question<boolean> {
  const found = numberIn('SELECT count(*) AS n FROM staff WHERE lower(login) = ?', login)
  return { ...found, read: (results) => found.read(results) > 0 }
}

const numberIn = (sql: string, ...args: (string | number | null)[]): Question<number> => ({
  statements: [{ sql, args }],
  read: (results) => Number(rowsOf(results)[0]?.n),
})

function memberOf(row: Row): ListedStaff | undefined {
  const actor = actorOf(row)
  return (
    actor && {
      ...actor,
      leftAt: textOrNull(row.left_at),
      lastSeenAt: textOrNull(row.last_seen_at),
      passwordGivenAt: textOrNull(row.password_given_at),
    }
  )
}
