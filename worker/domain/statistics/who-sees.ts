import { type Actor, forbid } from '../staff/permissions.ts'
import type { Split } from './units.ts'

/** Every figure and the rows behind it: the director of all branches, the staff of a branch of theirs. */
export function seesAll(actor: Actor | undefined, branch: number | null): boolean {
  if (forbid(actor, 'see-statistics', branch ?? undefined)) return false
  return branch !== null || actor?.branchId === null
}

/**
 * The public has the whole library, and one split at a time: two that cross could tell who somebody is, and what is merged among the
 * branches must not be told by asking for each.
 */
export function mayBeShown(splits: readonly (Split | 'branch')[], branch: number | null): boolean {
  return splits.length <= 1 && branch === null
}
