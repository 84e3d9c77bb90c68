import '../../styles/desk-letters.css'
import { dayOf } from '../../../../worker/domain/calendar.ts'
import type { Letter } from '../../../../worker/domain/notices/letters.ts'
import { dayText } from '../../i18n/words.ts'
import { printSheet } from '../print-sheet.ts'
import { useOverdueWords } from './use-overdue-words.ts'

/** Letters on A5, one for each reader, as they are folded into an envelope or given to the post. */
export function LetterPages({ letters, heading }: { letters: Letter[]; heading: string }) {
  const words = useOverdueWords()
  return (
    <section class="sheet letters" data-letter-pages={letters.length} aria-labelledby="letters">
      <div class="sheet-head no-print">
        <h2 id="letters">
          {heading} <span class="number">{letters.length}</span>
        </h2>
        <button type="button" class="primary" data-print-letters onClick={printSheet}>
          {words.print}
        </button>
      </div>
      {letters.map(({ id, reader, subject, text }) => (
        <article key={id} class="letter" lang={reader.language}>
          <p class="letter-to">
            {reader.name} · {reader.card}
            {reader.phone && ` · ${reader.phone}`}
          </p>
          <h3>{subject}</h3>
          <p class="letter-text">{text}</p>
          <p class="letter-day">{dayText(dayOf(new Date()))}</p>
        </article>
      ))}
    </section>
  )
}
