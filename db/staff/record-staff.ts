import type { InStatement } from '@libsql/client/http'
import type { JournalDeed } from '../../worker/domain/staff/journal-deeds.ts'
import type { Post, StaffChange } from '../../worker/domain/staff/staff-member.ts'
import { journalLine } from '../journal.ts'
import { type By, forgetSessions } from './sessions.ts'

/** Two changes at once take the same number: the second breaks here. */
const numbered = (number: number, login: string, { staffId, now }: By): InStatement => ({
  sql: 'INSERT INTO staff_changes (number, staff_id, at, by_staff_id) SELECT ?, id, ?, ? FROM staff WHERE login = ?',
  args: [number, now.toISOString(), staffId, login],
})

interface Added extends Post {
  login: string
  /** As it is stored. */
  password: string
  number: number
}

export function recordAddedStaff({ login, name, role, branchId, password, number }: Added, by: By): InStatement[] {
  return [
    {
      sql: 'INSERT INTO staff (login, name, role, branch_id, password, password_given_at) VALUES (?, ?, ?, ?, ?, ?)',
      args: [login, name, role, branchId, password, by.now.toISOString()],
    },
    numbered(number, login, by),
    journalLine({ ...by, deed: 'staff-added', detail: { name, login, role, branchId } }),
  ]
}

export function recordChangedStaff(change: StaffChange, { name, role, branchId }: Post, by: By): InStatement[] {
  const { id, ...was } = change.member
  return [
    { sql: 'UPDATE staff SET name = ?, role = ?, branch_id = ? WHERE id = ?', args: [name, role, branchId, id] },
    ...noted('staff-changed', change, by, { name, role, branchId, was: { name: was.name, role: was.role, branchId: was.branchId } }),
  ]
}

/** Whoever leaves is signed out, wherever they are. */
export function recordLeftStaff(change: StaffChange, by: By): InStatement[] {
  const { id } = change.member
  return [
    { sql: 'UPDATE staff SET left_at = ? WHERE id = ?', args: [by.now.toISOString(), id] },
    ...closedDoors(id),
    ...noted('staff-left', change, by),
  ]
}

export function recordReturnedStaff(change: StaffChange, password: string, by: By): InStatement[] {
  return [
    { sql: 'UPDATE staff SET left_at = NULL WHERE id = ?', args: [change.member.id] },
    ...withPassword(change, password, by),
    ...noted('staff-returned', change, by),
  ]
}

export function recordGivenPassword(change: StaffChange, password: string, by: By): InStatement[] {
  return [...withPassword(change, password, by), ...noted('password-given', change, by)]
}

/** Nothing that opened before opens any more: neither a session nor a passkey. */
const closedDoors = (staffId: number): InStatement[] => [
  forgetSessions(staffId),
  { sql: 'DELETE FROM passkeys WHERE staff_id = ?', args: [staffId] },
]

const withPassword = ({ member: { id } }: StaffChange, password: string, { now }: By): InStatement[] => [
  { sql: 'UPDATE staff SET password = ?, password_given_at = ? WHERE id = ?', args: [password, now.toISOString(), id] },
  ...closedDoors(id),
]

const noted = (deed: JournalDeed, { member, number }: StaffChange, by: By, detail: object = {}): InStatement[] => [
  numbered(number, member.login, by),
  journalLine({ ...by, deed, detail: { staff: member.id, name: member.name, ...detail } }),
]
