import { dayOf } from '../../../worker/domain/calendar.ts'
import type { Slip } from '../../../worker/domain/circulation/slip.ts'
import type { Branch } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { dayText } from '../i18n/words.ts'
import { nameOf } from './open-holds.tsx'
import { printSheet } from './print-sheet.ts'
import { useDeskWords } from './use-desk-words.ts'

/** The paper that goes into the book: where it travels, or for whom it waits and until when. */
export function SlipPaper({ slip, branches }: { slip: Slip; branches: Branch[] }) {
  const { t, language } = useSpeech()
  const words = useDeskWords()
  const travels = slip.kind === 'transfer'
  return (
    <section class="sheet slip" data-slip={slip.kind} aria-label={words.slip}>
      <p class="slip-kind">
        {travels ? words.transferSlip : words.holdSlip} · {dayText(dayOf(new Date()))}
      </p>
      <p class="slip-to">{travels ? nameOf(branches, slip.toBranchId, language) : slip.name}</p>
      {!travels && (
        <p>
          {t.card} {slip.card}
          {slip.shelfUntil && ` · ${words.waitsUntil}: ${dayText(slip.shelfUntil)}`}
        </p>
      )}
      {travels && (
        <p>
          {words.from}: {nameOf(branches, slip.fromBranchId, language)} · {words.reasons[slip.reason]}
        </p>
      )}
      <p class="slip-book">{slip.title}</p>
      <p class="slip-code">{slip.barcode}</p>
      <button type="button" class="no-print" data-print-slip onClick={printSheet}>
        {words.printSlip}
      </button>
    </section>
  )
}
