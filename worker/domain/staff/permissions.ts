import { type Refusal, refuse } from '../refusal.ts'

export type Role = 'trainee' | 'librarian' | 'head' | 'cataloguer' | 'methodologist' | 'director' | 'administrator'
export type Deed =
  | 'lend'
  | 'take-back'
  | 'renew'
  | 'register-visit'
  | 'see-readers'
  | 'register-readers'
  | 'merge-readers'
  | 'import-records'
  | 'place-holds'
  | 'move-copies'
  | 'mark-copies'
  | 'see-copies'
  | 'edit-copies'
  | 'override'
  | 'block-readers'
  | 'see-policy'
  | 'edit-policy'
  | 'edit-calendar'
  | 'see-integrity'
  | 'see-notices'

const DESK: Deed[] = [
  'lend',
  'take-back',
  'renew',
  'register-visit',
  'see-readers',
  'register-readers',
  'place-holds',
  'move-copies',
  'mark-copies',
  'see-copies',
  'see-policy',
  'see-integrity',
  'see-notices',
]

const OFFICE: Deed[] = ['edit-copies', 'override', 'block-readers', 'merge-readers', 'edit-policy', 'edit-calendar']

/** Which role may do which deed. */
export const PERMISSIONS: Record<Role, readonly Deed[]> = {
  trainee: ['take-back', 'register-visit', 'see-readers'],
  librarian: DESK,
  head: [...DESK, 'edit-copies', 'override', 'block-readers', 'merge-readers', 'edit-calendar'],
  cataloguer: ['import-records', 'see-copies', 'edit-copies'],
  methodologist: ['see-policy'],
  director: [...DESK, ...OFFICE, 'import-records'],
  administrator: [...DESK, ...OFFICE, 'import-records'],
}

export const ROLES: readonly Role[] = ['trainee', 'librarian', 'head', 'cataloguer', 'methodologist', 'director', 'administrator']

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
