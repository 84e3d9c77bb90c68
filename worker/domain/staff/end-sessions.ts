import { type Refusal, refuse } from '../refusal.ts'
import type { Actor } from './permissions.ts'
import type { StaffMember } from './staff-member.ts'

/** Somebody else's; one's own are ended where they are listed. */
export function endSessions(member: StaffMember | undefined, by: Actor): StaffMember | Refusal {
  if (!member) return refuse('staff-not-found')
  return member.id === by.id ? refuse('not-for-yourself') : member
}
