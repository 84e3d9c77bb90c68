import { useEffect, useState } from 'preact/hooks'
import { dayOf, daysBetween } from '../../../../worker/domain/calendar.ts'
import type { Letter } from '../../../../worker/domain/notices/letters.ts'
import { renew } from '../../api.ts'
import type { Branch } from '../../api-shapes.ts'
import { useSpeech } from '../../i18n/language.tsx'
import { dayText } from '../../i18n/words.ts'
import type { RefusalSlug } from '../../refusal-slug.ts'
import { type Column, ListTable } from '../list-table.tsx'
import { nameOf } from '../open-holds.tsx'
import { RefusedNotice } from '../refused-notice.tsx'
import { Sheet } from '../sheet.tsx'
import { LetterPages } from './letter-pages.tsx'
import { type OverdueLoan, overdueLoans } from './overdue-api.ts'
import { reminders } from './reminders.ts'
import { useOverdueWords } from './use-overdue-words.ts'

/** What became of one renewal of many: the new due day, or why not. */
type Outcome = { until: string } | { refused: RefusalSlug }

/** The overdue loans of a branch: printed as a list or as letters, renewed together. */
export function OverdueScreen({ branches, branch }: { branches: Branch[]; branch: number }) {
  const { t, language } = useSpeech()
  const words = useOverdueWords()
  const [loans, setLoans] = useState<OverdueLoan[]>()
  const [next, setNext] = useState<string | null>(null)
  const [days, setDays] = useState(1)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [outcomes, setOutcomes] = useState<ReadonlyMap<number, Outcome>>(new Map())
  const [letters, setLetters] = useState<Letter[]>([])
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])

  const load = async (atLeast: number, after?: string) => {
    const answer = await overdueLoans(branch, atLeast, after)
    setRefusals(answer.ok ? [] : answer.refusals)
    if (!answer.ok) return
    setNext(answer.value.next)
    setLoans((before) => [...(after ? (before ?? []) : []), ...answer.value.loans])
    if (after) return
    setChosen(new Set())
    setOutcomes(new Map())
    setLetters([])
  }
  useEffect(() => void load(days), [branch])

  const marked = (loans ?? []).filter(({ id }) => chosen.has(id))
  const choose = (id: number, on: boolean) => {
    const changed = new Set(chosen)
    if (on) changed.add(id)
    else changed.delete(id)
    setChosen(changed)
  }
  const renewAll = async () => {
    const told = new Map(outcomes)
    for (const { id, barcode } of marked) {
      const answer = await renew(barcode, crypto.randomUUID())
      told.set(id, answer.ok ? { until: answer.value.loan.dueOn } : { refused: answer.refused })
      setOutcomes(new Map(told))
    }
  }
  const here = branches.find(({ id }) => id === branch)
  const today = dayOf(new Date())
  const columns: Column<OverdueLoan>[] = [
    {
      name: words.choose,
      cell: ({ id, title }) => (
        <input
          type="checkbox"
          class="no-print"
          aria-label={`${words.choose}: ${title}`}
          checked={chosen.has(id)}
          onChange={(event) => choose(id, event.currentTarget.checked)}
        />
      ),
    },
    { name: words.daysLate, cell: ({ dueOn }) => <b class="look">{daysBetween(dueOn, today)}</b> },
    { name: words.reader, cell: ({ reader }) => `${reader.name} · ${reader.card}` },
    { name: words.contact, cell: ({ reader }) => [reader.phone, reader.email].filter(Boolean).join(' · ') || words.noContact },
    { name: words.title, cell: ({ title, mark }) => (mark ? `${title} (${words.marks[mark] ?? mark})` : title) },
    { name: words.barcode, cell: ({ barcode }) => barcode },
    {
      name: words.dueOn,
      cell: ({ id, dueOn }) => {
        const outcome = outcomes.get(id)
        if (!outcome) return dayText(dueOn)
        return 'until' in outcome ? (
          <b data-renewed={id}>{words.renewedUntil(dayText(outcome.until))}</b>
        ) : (
          <span
            data-not-renewed={outcome.refused}
          >{`${dayText(dueOn)}. ${t.refusals[outcome.refused]}. ${t.nextSteps[outcome.refused]}`}</span>
        )
      },
    },
  ]
  return (
    <div class="desk-screen">
      <form
        class="desk-form"
        onSubmit={(event) => {
          event.preventDefault()
          void load(days)
        }}
      >
        <h1>{words.overdue}</h1>
        <label>
          <span>{words.atLeast}</span>
          <input
            type="number"
            name="days"
            min="1"
            max="10000"
            required
            value={days}
            onInput={(event) => setDays(Number(event.currentTarget.value) || 1)}
          />
        </label>
        <button type="submit" class="primary">
          {words.show}
        </button>
      </form>
      <RefusedNotice refusals={refusals} />
      {!loans && refusals.length === 0 && <p role="status">{t.loading}</p>}
      {loans && (
        <Sheet id="overdue" heading={words.overdue} count={loans.length} place={nameOf(branches, branch, language)}>
          <p class="quiet">{loans.length > 0 ? words.help : words.none}</p>
          {loans.length > 0 && (
            <div class="actions no-print">
              <label class="tick">
                <input
                  type="checkbox"
                  name="choose-all"
                  checked={marked.length === loans.length}
                  onChange={(event) => setChosen(new Set(event.currentTarget.checked ? loans.map(({ id }) => id) : []))}
                />
                <span>{words.chooseAll}</span>
              </label>
              <span>{words.chosen(marked.length)}</span>
              <button
                type="button"
                data-letters
                disabled={marked.length === 0 || !here}
                onClick={() => setLetters(here ? reminders(marked, here) : [])}
              >
                {words.makeLetters}
              </button>
              <button type="button" data-renew-all disabled={marked.length === 0} onClick={renewAll}>
                {words.renew}
              </button>
            </div>
          )}
          {loans.length > 0 && <ListTable columns={columns} rows={loans} keyOf={({ id }) => id} labelledBy="overdue" />}
          {next && (
            <button type="button" class="no-print" data-more onClick={() => load(days, next)}>
              {words.more}
            </button>
          )}
        </Sheet>
      )}
      {letters.length > 0 && <LetterPages letters={letters} />}
    </div>
  )
}
