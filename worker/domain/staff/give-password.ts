import { type Refusal, refuse } from '../refusal.ts'
import { choosePassword } from './choose-password.ts'
import type { Actor } from './permissions.ts'
import type { StaffChange, StaffFacts } from './staff-member.ts'

/** A new first password for somebody who forgot theirs. One's own is changed with the present one. */
export function givePassword({ member, changes }: StaffFacts, password: string, by: Actor): StaffChange | Refusal {
  if (!member) return refuse('staff-not-found')
  if (member.leftAt !== null) return refuse('staff-has-left')
  if (member.id === by.id) return refuse('not-for-yourself')
  return choosePassword(member.login, password) ?? { member, number: changes + 1 }
}
