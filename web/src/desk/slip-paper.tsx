import { dayOf } from '../../../worker/domain/calendar.ts'
import type { Slip } from '../../../worker/domain/circulation/slip.ts'
import type { Branch } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { dayText } from '../i18n/words.ts'
import { useBatchWords } from './batch/use-batch-words.ts'
import { nameOf } from './open-holds.tsx'
import { printSheet } from './print-sheet.ts'
import { useDeskWords } from './use-desk-words.ts'

interface Props {
  slip: Slip
  branches: Branch[]
}

/** The paper that goes into the book: where it travels, or for whom it waits and until when. */
export function SlipPaper({ slip, branches }: Props) {
  const words = useDeskWords()
  return (
    <section class="sheet slip" data-slip={slip.kind} aria-label={words.slip}>
      <SlipText slip={slip} branches={branches} />
      <button type="button" class="no-print" data-print-slip onClick={printSheet}>
        {words.printSlip}
      </button>
    </section>
  )
}

/** The papers of many books, printed at once: each on a page of its own. */
export function SlipPile({ slips, branches }: { slips: readonly Slip[]; branches: Branch[] }) {
  const words = useBatchWords()
  if (slips.length === 0) return null
  return (
    <section class="sheet slips" data-slips={slips.length}>
      <div class="sheet-head no-print">
        <h2>
          {words.slips} <span class="number">{slips.length}</span>
        </h2>
        <button type="button" data-print-slips onClick={printSheet}>
          {words.printSlips}
        </button>
      </div>
      {slips.map((slip) => (
        <article key={slip.barcode} class="slip" data-slip={slip.kind}>
          <SlipText slip={slip} branches={branches} />
        </article>
      ))}
    </section>
  )
}

function SlipText({ slip, branches }: Props) {
  const { t, language } = useSpeech()
  const words = useDeskWords()
  const travels = slip.kind === 'transfer'
  return (
    <>
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
    </>
  )
}
