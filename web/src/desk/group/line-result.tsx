import { useSpeech } from '../../i18n/language.tsx'
import { dayText, roleWord } from '../../i18n/words.ts'
import type { RefusalSlug } from '../../refusal-slug.ts'
import { type GroupLine, isRefused, type LineOutcome } from './group-api.ts'
import type { GroupWords } from './words/kk.ts'

interface Props {
  line: GroupLine
  outcome: LineOutcome | undefined
  words: GroupWords
  role: string
  /** It may be under way already. */
  isSending: boolean
  onRemove: () => void
  onConfirm: (slugs: RefusalSlug[]) => void
}

/** What became of one line of the list: lent until when, or everything that stands against it and what to do. */
export function LineResult({ line, outcome, words, role, isSending, onRemove, onConfirm }: Props) {
  const { t } = useSpeech()
  if (!outcome) {
    return (
      <>
        {words.waits}{' '}
        <button type="button" data-remove={line.copy} aria-label={`${words.remove}: ${line.copy}`} disabled={isSending} onClick={onRemove}>
          {words.remove}
        </button>
      </>
    )
  }
  if (!isRefused(outcome)) return <b data-lent={line.copy}>{words.lentUntil(outcome.loan.copy.title, dayText(outcome.loan.dueOn))}</b>
  const { refusals, confirmable } = outcome
  return (
    <div data-not-lent={refusals.join(' ')}>
      {refusals.map((slug) => (
        <p key={slug}>
          <strong>{t.refusals[slug]}.</strong> {t.nextSteps[slug]}
        </p>
      ))}
      {confirmable?.by.includes(role) && (
        <button type="button" data-confirm-line={line.copy} onClick={() => onConfirm(confirmable.slugs)}>
          {words.confirm}
        </button>
      )}
      {confirmable && !confirmable.by.includes(role) && (
        <p>
          {words.mayBeConfirmedBy}: {confirmable.by.map((each) => roleWord(t, each).toLocaleLowerCase('kk')).join(', ')}
        </p>
      )}
    </div>
  )
}
