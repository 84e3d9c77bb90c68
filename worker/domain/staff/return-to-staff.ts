import { type Refusal, refuse } from '../refusal.ts'
import { choosePassword } from './choose-password.ts'
import type { StaffChange, StaffFacts } from './staff-member.ts'

/** Works here again, in the role they had, with a password that is given anew. */
export function returnToStaff({ member, changes }: StaffFacts, password: string): StaffChange | Refusal {
  if (!member) return refuse('staff-not-found')
  if (member.leftAt === null) return refuse('staff-works-here')
  return choosePassword(member.login, password) ?? { member, number: changes + 1 }
}
