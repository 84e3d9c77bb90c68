import { type Refusal, refuse } from '../refusal.ts'
import { type Actor, RIGHTS } from './permissions.ts'

/** Whose deeds may be seen: of a branch, or of all (`branchId` undefined). Whoever sees one branch sees nothing of another. */
export function auditedBranch(actor: Actor, asked: number | undefined): { branchId: number | undefined } | Refusal {
  const own = RIGHTS['see-audit'][actor.role] === 'own' ? actor.branchId : null
  if (own === null) return { branchId: asked }
  return asked === undefined || asked === own ? { branchId: own } : refuse('wrong-branch')
}
