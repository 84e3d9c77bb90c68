import type { Actor, Role } from './permissions.ts'

/** Somebody who works here, or did. */
export interface StaffMember extends Actor {
  /** Null: works here. */
  leftAt: string | null
}

/** What every deed about one of the staff asks. */
export interface StaffFacts {
  member: StaffMember | undefined
  /** How many work here. */
  administrators: number
  /** How many changes of the staff there were: the next one takes the next number. */
  changes: number
}

/** The n-th change of the staff, of this person as they were before it. */
export interface StaffChange {
  member: StaffMember
  number: number
}

/** What one of the staff is to the library; without a branch: works for all. */
export interface Post {
  name: string
  role: Role
  branchId: number | null
}

/** What is typed at the door, on any keyboard. Fit for the `pattern` of a field too, where a class has no bare hyphen. */
export const LOGIN = /^[a-z0-9](?:[a-z0-9._]|-){1,39}$/

/** Without anybody who may manage the staff the library would be locked out of its own office. */
export const isLastAdministrator = ({ role, leftAt }: StaffMember, administrators: number) =>
  role === 'administrator' && leftAt === null && administrators <= 1
