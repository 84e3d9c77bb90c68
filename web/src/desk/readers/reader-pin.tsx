import { PIN_DIGITS, PIN_PATTERN } from '../../../../worker/domain/readers/choose-pin.ts'
import { resetAsSent } from '../../ui/reset-as-sent.ts'
import { useOneDeed } from '../../ui/use-one-deed.ts'
import { givePin } from './reader-api.ts'
import type { OnDone } from './reader-sheet.tsx'
import { useReaderWords } from './use-reader-words.ts'

/** The reader types a PIN for the own page; a new one ends every session that the old one opened. */
export function ReaderPin({ card, onDone }: { card: string; onDone: OnDone }) {
  const words = useReaderWords()
  const once = useOneDeed()
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const reset = resetAsSent(event.currentTarget)
    const pin = String(new FormData(event.currentTarget).get('pin'))
    const answer = await once((key) => givePin(card, pin, key), pin)
    if (answer?.ok) reset()
    if (answer) await onDone(answer, words.pinGiven)
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
