import type { Place } from '../circulation/copy-state.ts'
import type { CopyDetails } from './copy-details.ts'

export interface ListedCopy extends CopyDetails {
  barcode: string
  recordId: number
  title: string
  author: string | null
  /** Of the copy, or of the title if the copy has none of its own. */
  calledBy: string | null
  homeBranchId: number
  holdingBranchId: number
  place: Place
  mark: string | null
  withdrawn: boolean
}
