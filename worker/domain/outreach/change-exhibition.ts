import { type Refusal, refuse } from '../refusal.ts'
import type { Actor } from '../staff/permissions.ts'
import type { Exhibition } from './exhibition.ts'

/** Those of one branch look after its own exhibitions; what is everybody's, and another branch's, is for the office. */
export function changeExhibition<Known extends Exhibition>(
  known: Known | undefined,
  wanted: Exhibition | undefined,
  actor: Actor,
): Known | Refusal {
  if (!known) return refuse('not-found')
  const touched = [known.branchId, ...(wanted ? [wanted.branchId] : [])]
  return actor.branchId !== null && touched.some((branch) => branch !== actor.branchId) ? refuse('wrong-branch') : known
}
