import { dayOf } from '../../worker/domain/calendar.ts'
import type { CopyDetails } from '../../worker/domain/stock/copy-details.ts'
import type { EditCopyFacts } from '../../worker/domain/stock/edit-copy.ts'
import { copyState, numberOrNull, textOrNull } from '../circulation/copy-state.ts'
import { openLoanFacts } from '../circulation/facts.ts'
import { type Question, rowsOf, together } from '../client.ts'

/** The copy, where it is, what is written about it, and whether the inventory number wanted for it belongs to another. */
export function editCopyFacts(barcode: string, inventoryNumber: string | null, now: Date): Question<EditCopyFacts> {
  const asked = together({
    desk: openLoanFacts(barcode, dayOf(now)),
    state: copyState(barcode),
    details: detailsOf(barcode),
    numberIsTaken: numberIsTaken(barcode, inventoryNumber),
  })
  return {
    statements: asked.statements,
    read: (results) => {
      const { desk, ...facts } = asked.read(results)
      return { copy: desk.copy, ...facts }
    },
  }
}

function detailsOf(barcode: string): Question<CopyDetails | undefined> {
  return {
    statements: [
      { sql: 'SELECT inventory_number, shelfmark, location, price, on_site_only FROM copies WHERE barcode = ?', args: [barcode] },
    ],
    read: (results) => {
      const row = rowsOf(results)[0]
      return (
        row && {
          inventoryNumber: textOrNull(row.inventory_number),
          shelfmark: textOrNull(row.shelfmark),
          location: textOrNull(row.location),
          price: numberOrNull(row.price),
          onSiteOnly: row.on_site_only === 1,
        }
      )
    },
  }
}

function numberIsTaken(barcode: string, inventoryNumber: string | null): Question<boolean> {
  return {
    statements: [{ sql: 'SELECT 1 FROM copies WHERE inventory_number = ? AND barcode <> ? LIMIT 1', args: [inventoryNumber, barcode] }],
    read: (results) => rowsOf(results).length > 0,
  }
}
