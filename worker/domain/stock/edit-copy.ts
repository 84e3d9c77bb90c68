import type { CopyState } from '../circulation/copy-state.ts'
import type { CopyFacts } from '../circulation/facts.ts'
import { type Refusal, refusalOf, refuse } from '../refusal.ts'
import type { CopyChange, CopyDetails } from './copy-details.ts'

export interface EditCopyFacts {
  copy: CopyFacts | undefined
  state: CopyState | undefined
  details: CopyDetails | undefined
  /** Another copy has the inventory number that is wanted: numbers are unique for ever. */
  numberIsTaken: boolean
}

export interface EditedCopy {
  copy: CopyFacts
  changes: number
  before: CopyDetails
  after: CopyDetails
}

export function editCopy({ copy, state, details, numberIsTaken }: EditCopyFacts, change: CopyChange): EditedCopy | Refusal {
  if (!copy || !state || !details) return refuse('copy-not-found')
  const {
    inventoryNumber = details.inventoryNumber,
    shelfmark = details.shelfmark,
    location = details.location,
    price = details.price,
    onSiteOnly = details.onSiteOnly,
  } = change
  const refusal = refusalOf([
    [copy.withdrawn, 'copy-is-withdrawn'],
    [numberIsTaken, 'inventory-number-is-taken'],
  ])
  return refusal ?? { copy, changes: state.changes, before: details, after: { inventoryNumber, shelfmark, location, price, onSiteOnly } }
}
