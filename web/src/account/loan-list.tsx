import { useState } from 'preact/hooks'
import { dayText } from '../i18n/words.ts'
import { type OwnLoan, renewOwn } from './account-api.ts'
import { type Outcome, Told } from './told.tsx'
import { useAccountWords } from './use-account-words.ts'

/** Each book answers for itself: why one was not renewed says nothing about the others. */
export function LoanList({ loans, today, again }: { loans: OwnLoan[]; today: string; again: () => Promise<void> }) {
  const words = useAccountWords()
  const [outcomes, setOutcomes] = useState<Record<string, Outcome>>({})
  const [busy, setBusy] = useState(false)
  const renew = async (wanted: OwnLoan[]) => {
    setBusy(true)
    for (const { barcode } of wanted) {
      const answer = await renewOwn(barcode)
      const outcome: Outcome = answer.ok ? { say: ({ renewedTo }) => renewedTo(dayText(answer.value.loan.dueOn)) } : answer
      setOutcomes((before) => ({ ...before, [barcode]: outcome }))
    }
    await again()
    setBusy(false)
  }
  const renewable = loans.filter(({ onSite }) => !onSite)
  return (
    <section aria-labelledby="loans">
      <div class="head">
        <h2 id="loans">
          {words.loans}
          {loans.length > 0 && ` (${loans.length})`}
        </h2>
        {renewable.length > 1 && (
          <button type="button" data-renew-all disabled={busy} onClick={() => renew(renewable)}>
            {words.renewAll}
          </button>
        )}
      </div>
      {loans.length === 0 && <p>{words.noLoans}</p>}
      <ul class="own">
        {loans.map((loan) => (
          <li key={loan.id} data-loan={loan.barcode} class={loan.dueOn < today ? 'late' : undefined}>
            <div>
              <a href={`/record/${loan.recordId}`}>{loan.title}</a>
              {loan.author && <p class="quiet">{loan.author}</p>}
              <p>
                {loan.dueOn < today && <strong class="late-word">{words.overdue}. </strong>}
                {loan.onSite ? words.onSite : words.dueOn(dayText(loan.dueOn))}
                {loan.renewals > 0 && <span class="quiet"> · {words.renewals(loan.renewals)}</span>}
              </p>
            </div>
            {!loan.onSite && (
              <button type="button" data-renew aria-label={`${words.renew}: ${loan.title}`} disabled={busy} onClick={() => renew([loan])}>
                {words.renew}
              </button>
            )}
            <Told outcome={outcomes[loan.barcode]} />
          </li>
        ))}
      </ul>
    </section>
  )
}
