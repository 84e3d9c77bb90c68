import { mayDo } from '../../../../worker/domain/staff/permissions.ts'
import { useOneDeed } from '../../ui/use-one-deed.ts'
import { CodeField } from '../code-field.tsx'
import { mergeReaders, replaceCard, type WholeForm } from './reader-api.ts'
import type { OnDone } from './reader-sheet.tsx'
import { useReaderWords } from './use-reader-words.ts'

/** What is done seldom and cannot be taken back: it is opened first, then done. */
export function RareDeeds({ form: { reader }, role, onDone }: { form: WholeForm; role: string; onDone: OnDone }) {
  const words = useReaderWords()
  const once = useOneDeed()
  const replace = async () => {
    const answer = await once((key) => replaceCard(reader.card, key), 'replace')
    if (answer) await onDone(answer, words.newCardGiven, answer.ok ? answer.value.reader.card : reader.card)
  }
  const merge = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const form = event.currentTarget
    const gone = String(new FormData(form).get('gone')).replace(/\s/g, '')
    const answer = gone ? await once((key) => mergeReaders(reader.card, gone, key), gone) : undefined
    if (answer && (await onDone(answer, words.merged))) form.reset()
  }
  return (
    <>
      <details data-replace>
        <summary>{words.newCard}</summary>
        <button type="button" data-sure onClick={replace}>
          {words.sure}
        </button>
      </details>
      {mayDo(role, 'merge-readers') && (
        <details data-merge>
          <summary>{words.merge}</summary>
          <p class="quiet">{words.mergeHelp}</p>
          <form class="row" onSubmit={merge}>
            <CodeField label={words.otherCard} name="gone" scan="here" required />
            <button type="submit">{words.mergeIt}</button>
          </form>
        </details>
      )}
    </>
  )
}
