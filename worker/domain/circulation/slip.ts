import type { Day } from '../calendar.ts'
import type { CheckedIn } from './check-in.ts'

/** What is printed and put into the book: for the hold shelf with the reader, for the van with the branch (rules 5.5.11, 5.5.12). */
export type Slip =
  | { kind: 'hold-shelf'; barcode: string; title: string; card: string; name: string; shelfUntil: Day | null }
  | { kind: 'transfer'; barcode: string; title: string; fromBranchId: number; toBranchId: number; reason: 'home' | 'hold' | 'asked' }

export function slipFor({ copy, branchId, state, hold, sent, routeTo }: CheckedIn): Slip | null {
  const { barcode, title } = copy
  if (hold?.to === 'waiting')
    return { kind: 'hold-shelf', barcode, title, card: hold.reader.card, name: hold.reader.name, shelfUntil: hold.shelfUntil }
  if (routeTo === null) return null
  return {
    kind: 'transfer',
    barcode,
    title,
    fromBranchId: branchId,
    toBranchId: routeTo,
    reason: sent?.reason ?? state.transfer?.reason ?? 'home',
  }
}
