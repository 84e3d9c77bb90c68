import { useSpeech } from '../../i18n/language.tsx'
import { momentText, roleWord } from '../../i18n/words.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Counter } from '../use-counter.ts'
import { useDeskWords } from '../use-desk-words.ts'
import type { Exception } from './scan-queue.ts'

/** What the library would not do after this desk had done it: each with its reason, what to do, and who may confirm it. */
export function ExceptionList({ counter, role }: { counter: Counter; role: string }) {
  const { t } = useSpeech()
  const words = useDeskWords()
  if (counter.exceptions.length === 0) return null
  const confirm = async (exception: Exception) => {
    const { scan, confirmable, doneAt, doneBy } = exception
    if (!confirmable || (scan.kind !== 'lend' && scan.kind !== 'renew')) return
    await counter.settle(exception)
    counter.confirmLate({ scan, slugs: [...(scan.confirm ?? []), ...confirmable.slugs], doneAt, doneBy })
  }
  return (
    <section class="exceptions" aria-labelledby="exceptions" data-exceptions={counter.exceptions.length}>
      <h2 id="exceptions">
        <Icon name="look" /> {words.exceptions} <span class="number">{counter.exceptions.length}</span>
      </h2>
      <p class="quiet">{words.exceptionsHelp}</p>
      <ul class="cards">
        {counter.exceptions.map((exception) => {
          const { scan, doneAt, refusals, confirmable } = exception
          return (
            <li key={scan.key} data-exception={scan.code}>
              <p class="first">{refusals.map((slug) => t.refusals[slug]).join('. ')}</p>
              <p>{refusals.map((slug) => t.nextSteps[slug]).join(' ')}</p>
              <p class="quiet">
                {[
                  momentText(doneAt, new Date()),
                  words.scanKinds[scan.kind],
                  scan.code,
                  'reader' in scan && scan.reader ? `${t.card} ${scan.reader}` : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <div class="actions">
                {confirmable?.by.includes(role) && (
                  <button type="button" class="primary" data-confirm-exception onClick={() => confirm(exception)}>
                    {words.confirm}
                  </button>
                )}
                <button type="button" data-settle onClick={() => counter.settle(exception)}>
                  {words.settled}
                </button>
              </div>
              {confirmable && !confirmable.by.includes(role) && (
                <p class="quiet">
                  {words.mayBeConfirmedBy}: {confirmable.by.map((each) => roleWord(t, each).toLocaleLowerCase('kk')).join(', ')}
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
