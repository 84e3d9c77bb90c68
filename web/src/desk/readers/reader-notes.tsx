import { dayText } from '../../i18n/words.ts'
import { resetAsSent } from '../../ui/reset-as-sent.ts'
import { useOneDeed } from '../../ui/use-one-deed.ts'
import { addNote, removeNote, type WholeForm } from './reader-api.ts'
import type { OnDone } from './reader-sheet.tsx'
import { useReaderWords } from './use-reader-words.ts'

/** What the next colleague should know. */
export function ReaderNotes({ form: { reader, notes }, onDone }: { form: WholeForm; onDone: OnDone }) {
  const words = useReaderWords()
  const once = useOneDeed()
  const add = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const reset = resetAsSent(event.currentTarget)
    const text = String(new FormData(event.currentTarget).get('note')).trim()
    if (!text) return
    const answer = await once((key) => addNote(reader.card, text, key))
    if (answer?.ok) reset()
    if (answer) await onDone(answer, words.saved)
  }
  return (
    <>
      <h3>{words.notes}</h3>
      <ul class="plain-lines">
        {notes.map(({ id, text, madeAt, by }) => (
          <li key={id} data-note={id}>
            {text} <span class="quiet">{[by, dayText(madeAt)].filter(Boolean).join(', ')}</span>{' '}
            <button
              type="button"
              aria-label={`${words.remove}: ${text}`}
              onClick={async () => onDone(await removeNote(reader.card, id), words.saved)}
            >
              {words.remove}
            </button>
          </li>
        ))}
      </ul>
      <form class="row" onSubmit={add}>
        <label>
          <span>{words.addNote}</span>
          <input name="note" required maxLength={500} autocomplete="off" />
        </label>
        <button type="submit">{words.save}</button>
      </form>
    </>
  )
}
