import { PIN_DIGITS, PIN_PATTERN } from '../../../../worker/domain/readers/choose-pin.ts'
import { givePin } from './reader-api.ts'
import type { OnDone } from './reader-sheet.tsx'
import { useReaderWords } from './use-reader-words.ts'

/** The reader types a PIN for the own page; a new one ends every session that the old one opened. */
export function ReaderPin({ card, onDone }: { card: string; onDone: OnDone }) {
  const words = useReaderWords()
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const form = event.currentTarget
    const answer = await givePin(card, String(new FormData(form).get('pin')))
    if (answer.ok) form.reset()
    await onDone(answer, words.pinGiven)
  }
  return (
    <details>
      <summary>{words.pin}</summary>
      <form class="row" onSubmit={submit}>
        <label>
          <span>{words.pinHelp}</span>
          <input
            name="pin"
            type="password"
            inputMode="numeric"
            pattern={PIN_PATTERN}
            required
            autocomplete="new-password"
            maxLength={PIN_DIGITS.most}
          />
        </label>
        <button type="submit" data-give-pin>
          {words.givePin}
        </button>
      </form>
    </details>
  )
}
