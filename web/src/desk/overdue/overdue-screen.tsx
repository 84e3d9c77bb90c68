import { useLayoutEffect, useState } from 'preact/hooks'
import type { Branch } from '../../api-shapes.ts'
import { useSpeech } from '../../i18n/language.tsx'
import type { RefusalSlug } from '../../refusal-slug.ts'
import { useLastAsked } from '../../ui/use-last-asked.ts'
import { RefusedNotice } from '../refused-notice.tsx'
import { type OverdueLoan, overdueLoans } from './overdue-api.ts'
import { OverdueSheet } from './overdue-sheet.tsx'
import { useOverdueWords } from './use-overdue-words.ts'

/** The overdue loans of a branch: printed as a list or as letters, reminded of and renewed together. */
export function OverdueScreen({ branches, branch }: { branches: Branch[]; branch: number }) {
  const { t } = useSpeech()
  const words = useOverdueWords()
  const [loans, setLoans] = useState<OverdueLoan[]>()
  const [more, setMore] = useState<() => void>()
  const [days, setDays] = useState(1)
  const [looked, setLooked] = useState(0)
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])

  const lastAsked = useLastAsked()
  const load = async (atLeast: number, after?: string) => {
    const answer = await lastAsked.ask(overdueLoans(branch, atLeast, after))
    if (!answer) return
    setRefusals(answer.ok ? [] : answer.refusals)
    if (!answer.ok) return
    const { next } = answer.value
    setMore(() => (next ? () => void load(atLeast, next) : undefined))
    setLoans((before) => [...(after ? (before ?? []) : []), ...answer.value.loans])
    if (!after) setLooked((times) => times + 1)
  }
  useLayoutEffect(() => {
    setLoans(undefined)
    void load(days)
  }, [branch])

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
            data-setting
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
      {loans && <OverdueSheet key={looked} loans={loans} branches={branches} branch={branch} onMore={more} />}
    </div>
  )
}
