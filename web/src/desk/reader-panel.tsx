import { useSpeech } from '../i18n/language.tsx'
import { dayText } from '../i18n/words.ts'
import { Icon } from '../ui/icon.tsx'
import type { Counter } from './use-counter.ts'
import { useDeskWords } from './use-desk-words.ts'

export function ReaderPanel({ counter }: { counter: Counter }) {
  const { t } = useSpeech()
  const words = useDeskWords()
  if (!counter.reader) return null
  const { reader, loans } = counter.reader
  return (
    <section class="reader" aria-label={t.reader} data-reader={reader.card}>
      <div class="reader-head">
        <div>
          <h2>{reader.name}</h2>
          <p class="quiet">
            {t.card} {reader.card} · {t.cardUntil} {dayText(reader.cardExpiresOn)}
          </p>
        </div>
        <button type="button" onClick={counter.closeReader}>
          {t.closeReader} <kbd>Esc</kbd>
        </button>
      </div>
      {reader.blockedReason && (
        <p class="notice stop">
          <strong>{t.blocked}:</strong> {reader.blockedReason}
        </p>
      )}
      {reader.registeredFor !== undefined && reader.registeredFor !== new Date().getFullYear() && (
        <p class="notice look-notice" data-not-registered>
          <Icon name="look" /> {words.notThisYear}
        </p>
      )}
      <p class="held">
        {counter.reader.isOffline ? words.formIsOffline : loans.length > 0 ? `${t.loansHeld}: ${loans.length}` : t.noLoans}
      </p>
      <ul>
        {loans.map((loan) => (
          <li key={loan.id} class={loan.overdue ? 'overdue' : ''} data-loan={loan.barcode}>
            <div>
              <p>{loan.title}</p>
              <p class="quiet">
                {loan.overdue && (
                  <b>
                    <Icon name="look" /> {t.overdue}{' '}
                  </b>
                )}
                {t.dueOn}: {dayText(loan.dueOn)}
              </p>
            </div>
            <button type="button" onClick={() => counter.renewLoan(loan.barcode, loan.title)} aria-label={`${t.renew}: ${loan.title}`}>
              {t.renew}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
