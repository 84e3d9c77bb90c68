import { focusAtOnce } from '../ui/focus-at-once.ts'
import { useDeskWords } from './use-desk-words.ts'

interface Props {
  /** How many transfers. */
  count: number
  /** Some of them are on their way. */
  turnsRound: boolean
  onKeep: () => void
  onCancel: (reason: string) => void
}

/** Why transfers do not take place after all. */
export function CancelForm({ count, turnsRound, onKeep, onCancel }: Props) {
  const words = useDeskWords()
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    onCancel(String(new FormData(event.currentTarget).get('reason')))
  }
  return (
    <form class="cancel-form no-print" onSubmit={submit}>
      {turnsRound && <p>{words.turnsRound}</p>}
      <label>
        <span>{words.why}</span>
        <input name="reason" required maxLength={200} ref={focusAtOnce} />
      </label>
      <div class="actions">
        <button type="submit" class="primary" disabled={count === 0}>
          {words.yesCancel} {count > 1 && <b>{count}</b>}
        </button>
        <button type="button" onClick={onKeep}>
          {words.keep}
        </button>
      </div>
    </form>
  )
}
