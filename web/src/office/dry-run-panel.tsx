import { useState } from 'preact/hooks'
import type { Change } from '../../../worker/domain/circulation/replay.ts'
import { countText, dayText } from '../i18n/words.ts'
import type { RefusalSlug } from '../refusal-slug.ts'
import { addPage, type DryRunSum } from './dry-run-sum.ts'
import { dryRunPage } from './office-api.ts'
import { useOfficeWords } from './use-office-words.ts'

const TIYN = 100

/** What would change if the draft were in force: page by page, until the last year has been looked at. */
export function DryRunPanel({ policy, onRefused }: { policy: number; onRefused: (refused: RefusalSlug) => void }) {
  const words = useOfficeWords()
  const [sum, setSum] = useState<DryRunSum>()
  const [running, setRunning] = useState(false)
  const run = async () => {
    setRunning(true)
    let told: DryRunSum | undefined
    for (let after: number | null | undefined; after !== null; ) {
      const answer = await dryRunPage(policy, after)
      if (!answer.ok) {
        onRefused(answer.refused)
        break
      }
      told = addPage(told, answer.value)
      setSum(told)
      after = answer.value.after
    }
    setRunning(false)
  }
  const counted = Object.entries(sum?.counts ?? {}).filter(([, count]) => count > 0) as [Change, number][]
  return (
    <section class="dry-run" aria-live="polite">
      <button type="button" data-dry-run disabled={running} onClick={run}>
        {words.tryOut}
      </button>
      {running && <span class="quiet"> {words.trying}</span>}
      {sum && (
        <>
          <p data-tried={sum.loans}>{words.tried(countText(sum.loans), countText(sum.changed))}</p>
          <dl class="counts">
            {counted.map(([change, count]) => (
              <div key={change} data-change={change}>
                <dt>{words.changes[change]}</dt>
                <dd>{countText(count)}</dd>
              </div>
            ))}
            {sum.fines.before !== sum.fines.after && (
              <div>
                <dt>
                  {words.finesBefore} → {words.finesAfter}
                </dt>
                <dd>
                  {countText(Math.round(sum.fines.before / TIYN))} → {countText(Math.round(sum.fines.after / TIYN))} {words.tenge}
                </dd>
              </div>
            )}
          </dl>
          <ul>
            {sum.samples.map(({ loan, title, lentOn, due, changes }) => (
              <li key={loan}>
                {title} · {dayText(lentOn)} · {dayText(due.before)} → {dayText(due.after)} ·{' '}
                {changes.map((change) => words.changes[change]).join(', ')}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
