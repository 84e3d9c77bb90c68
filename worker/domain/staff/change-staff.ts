import { type Refusal, refuse } from '../refusal.ts'
import type { Actor } from './permissions.ts'
import { isLastAdministrator, type Post, type StaffChange, type StaffFacts } from './staff-member.ts'

/** Another name, role or branch; it holds from the next request on. Nobody gives rights to themselves. */
export function changeStaff(
  { member, administrators, changes, branchExists }: StaffFacts & { branchExists: boolean },
  next: Post,
  by: Actor,
): StaffChange | Refusal {
  if (!member) return refuse('staff-not-found')
  if (member.leftAt !== null) return refuse('staff-has-left')
  if (!branchExists) return refuse('branch-not-found')
  if (next.role !== 'administrator' && isLastAdministrator(member, administrators)) return refuse('last-administrator')
  const otherRights = next.role !== member.role || next.branchId !== member.branchId
  return otherRights && member.id === by.id ? refuse('not-for-yourself') : { member, number: changes + 1 }
}
