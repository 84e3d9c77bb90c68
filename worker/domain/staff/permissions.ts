import { type Refusal, refuse } from '../refusal.ts'

export const ROLES = ['trainee', 'librarian', 'senior', 'head', 'cataloguer', 'methodologist', 'director', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** `own`: at the own branch, or anywhere for those who belong to none. `all`: at every branch. `no`: not at all. */
type Reach = 'no' | 'own' | 'all'
type Row = Record<Role, Reach>

const [no, own, all] = ['no', 'own', 'all'] as const
const row = (...reaches: [Reach, Reach, Reach, Reach, Reach, Reach, Reach, Reach]): Row =>
  Object.fromEntries(ROLES.map((role, index) => [role, reaches[index]])) as Row

/** Which role may do which deed, and where: the one table. */
// biome-ignore format: a table is read by its columns
export const RIGHTS = {
  //                        trainee librarian senior head cataloguer methodologist director administrator
  'take-back':           row(own,   own,      own,   own,  no,        no,           all,     all),
  'register-visit':      row(own,   own,      own,   own,  no,        no,           all,     all),
  'see-readers':         row(own,   own,      own,   own,  no,        no,           all,     all),
  'lend':                row(no,    own,      own,   own,  no,        no,           all,     all),
  'renew':               row(no,    own,      own,   own,  no,        no,           all,     all),
  'register-readers':    row(no,    own,      own,   own,  no,        no,           all,     all),
  'place-holds':         row(no,    own,      own,   own,  no,        no,           all,     all),
  'move-copies':         row(no,    own,      own,   own,  no,        no,           all,     all),
  'mark-copies':         row(no,    own,      own,   own,  no,        no,           all,     all),
  'see-notices':         row(no,    own,      own,   own,  no,        no,           all,     all),
  'see-integrity':       row(no,    own,      own,   own,  no,        no,           all,     all),
  'see-copies':          row(no,    own,      own,   own,  all,       no,           all,     all),
  'see-policy':          row(no,    own,      own,   own,  no,        all,          all,     all),
  'override':            row(no,    no,       own,   own,  no,        no,           all,     all),
  'block-readers':       row(no,    no,       own,   own,  no,        no,           all,     all),
  'merge-readers':       row(no,    no,       no,    own,  no,        no,           all,     all),
  'edit-calendar':       row(no,    no,       no,    own,  no,        no,           all,     all),
  'edit-copies':         row(no,    no,       no,    own,  all,       no,           all,     all),
  'import-records':      row(no,    no,       no,    no,   all,       no,           all,     all),
  'edit-exhibitions':    row(no,    own,      own,   own,  no,        all,          all,     all),
  'edit-policy':         row(no,    no,       no,    no,   no,        no,           all,     all),
  'see-statistics':      row(no,    own,      own,   own,  no,        all,          all,     all),
  'count-by-hand':       row(no,    own,      own,   own,  no,        no,           all,     all),
  'reopen-days':         row(no,    no,       own,   own,  no,        no,           all,     all),
  'see-audit':           row(no,    no,       no,    own,  no,        no,           all,     all),
  'manage-staff':        row(no,    no,       no,    no,   no,        no,           all,     all),
  'enter-year-facts':    row(no,    no,       no,    no,   no,        all,          all,     all),
} satisfies Record<string, Row>

export type Deed = keyof typeof RIGHTS
export const DEEDS = Object.keys(RIGHTS) as Deed[]

/** The table turned: what each role may do. */
export const PERMISSIONS = Object.fromEntries(
  ROLES.map((role) => [role, DEEDS.filter((deed) => RIGHTS[deed][role] !== 'no')]),
) as unknown as Record<Role, readonly Deed[]>

/** Whether a role may do this deed at all, at its own branch or everywhere; a role that nobody has may nothing. */
export const mayDo = (role: string, deed: Deed): boolean => ROLES.some((known) => known === role && RIGHTS[deed][known] !== 'no')

/** A signed-in member of staff; `branchId` is null for those who work for the whole system. */
export interface Actor {
  id: number
  login: string
  name: string
  role: Role
  branchId: number | null
}

/** Why this person may not do this deed at this branch, if so. */
export function forbid(actor: Actor | undefined, deed: Deed, branchId?: number): Refusal | undefined {
  if (!actor) return refuse('sign-in-required')
  const reach = RIGHTS[deed][actor.role]
  if (reach === 'no') return refuse('not-permitted')
  const elsewhere = branchId !== undefined && actor.branchId !== null && actor.branchId !== branchId
  return reach === 'own' && elsewhere ? refuse('wrong-branch') : undefined
}
