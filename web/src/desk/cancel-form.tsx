import type { RefusalSlug } from '../refusal-slug.ts'
import { cancelTransfer, type OpenTransfer } from './transfer-api.ts'
import { useDeskWords } from './use-desk-words.ts'

interface Props {
  transfer: OpenTransfer
  onKeep: () => void
  onDone: (refusals: RefusalSlug[]) => Promise<void>
}

/** Why a transfer does not take place after all. */
export function CancelForm({ transfer: { barcode, sentAt }, onKeep, onDone }: Props) {
  const words = useDeskWords()
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const answer = await cancelTransfer(barcode, String(new FormData(event.currentTarget).get('reason')))
    onKeep()
    await onDone(answer.ok ? [] : answer.refusals)
  }
  return (
    <form class="cancel-form" onSubmit={submit}>
      {sentAt && <p>{words.turnsRound}</p>}
      <label>
        <span>{words.why}</span>
        <input name="reason" required maxLength={200} ref={(input) => input?.focus()} />
      </label>
      <div class="actions">
        <button type="submit" class="primary">
          {words.yesCancel}
        </button>
        <button type="button" onClick={onKeep}>
          {words.keep}
        </button>
      </div>
    </form>
  )
}
