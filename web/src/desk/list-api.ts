import type { HoldFacts } from '../../../worker/domain/circulation/holds/hold.ts'
import type { Skip } from '../../../worker/domain/circulation/holds/next-hold.ts'
import { read } from '../api.ts'

export interface Pull {
  title: string
  hold: Pick<HoldFacts, 'id' | 'reader' | 'pickupBranchId'>
  copy: { barcode: string; shelfmark: string | null; location: string | null }
}

export interface OnHoldShelf {
  barcode: string
  title: string
  since: string
  hold: { id: number; card: string; name: string; shelfUntil: string } | null
}

export const pullList = (branch: number) => read<{ pulls: Pull[]; skips: Skip[] }>(`/api/holds/pull-list?branch=${branch}`)

export const holdShelf = (branch: number) => read<{ shelf: OnHoldShelf[] }>(`/api/holds/shelf?branch=${branch}`)
