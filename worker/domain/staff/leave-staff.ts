import { type Refusal, refuse } from '../refusal.ts'
import type { Actor } from './permissions.ts'
import { isLastAdministrator, type StaffChange, type StaffFacts } from './staff-member.ts'

/** Signs in no more, from now on; what they did keeps their name. */
export function leaveStaff({ member, administrators, changes }: StaffFacts, by: Actor): StaffChange | Refusal {
  if (!member) return refuse('staff-not-found')
  if (member.leftAt !== null) return refuse('staff-has-left')
  if (isLastAdministrator(member, administrators)) return refuse('last-administrator')
  return member.id === by.id ? refuse('not-for-yourself') : { member, number: changes + 1 }
}
