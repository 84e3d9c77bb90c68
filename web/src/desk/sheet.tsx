import type { ComponentChildren } from 'preact'
import { dayOf } from '../../../worker/domain/calendar.ts'
import { dayText } from '../i18n/words.ts'
import { printSheet } from './print-sheet.ts'
import { useDeskWords } from './use-desk-words.ts'

interface Props {
  id: string
  heading: string
  count: number
  /** The branch; on paper, with the day, it says whose list it was. */
  place: string
  children: ComponentChildren
}

/** A list with its number in front, which can be printed by itself. */
export function Sheet({ id, heading, count, place, children }: Props) {
  const words = useDeskWords()
  return (
    <section class="sheet" aria-labelledby={id} data-sheet={id} data-count={count}>
      <div class="sheet-head">
        <h2 id={id}>
          {heading} <span class="number">{count}</span>
        </h2>
        {count > 0 && (
          <button type="button" data-print aria-label={`${words.print}: ${heading}`} onClick={printSheet}>
            {words.print}
          </button>
        )}
      </div>
      <p class="print-only">
        {place} · {dayText(dayOf(new Date()))}
      </p>
      {children}
    </section>
  )
}
