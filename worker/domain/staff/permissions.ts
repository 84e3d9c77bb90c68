import { type Refusal, refuse } from '../refusal.ts'

export type Role = 'trainee' | 'librarian' | 'head' | 'cataloguer' | 'methodologist' | 'director' | 'administrator'
export type Deed = 'lend' | 'take-back' | 'renew' | 'register-visit' | 'see-readers' | 'import-records'

const DESK: Deed[] = ['lend', 'take-back', 'renew', 'register-visit', 'see-readers']

/** Which role may do which deed. */
export const PERMISSIONS: Record<Role, readonly Deed[]> = {
  trainee: ['take-back', 'register-visit', 'see-readers'],
  librarian: DESK,
  head: DESK,
  cataloguer: ['import-records'],
  methodologist: [],
  director: [...DESK, 'import-records'],
  administrator: [...DESK, 'import-records'],
}

/** A signed-in member of staff; `branchId` is null for those who work for the whole system. */
export interface Actor {
  id: number
  name: string
  role: Role
  branchId: number | null
}

/** Why this person may not do this deed at this branch, if so. */
export function forbid(actor: Actor | undefined, deed: Deed, branchId?: number): Refusal | undefined {
  if (!actor) return refuse('sign-in-required')
  if (!PERMISSIONS[actor.role].includes(deed)) return refuse('not-permitted')
  if (branchId !== undefined && actor.branchId !== null && actor.branchId !== branchId) return refuse('wrong-branch')
  return undefined
}
