import { mayDo } from '../../../../worker/domain/staff/permissions.ts'
import { dayText } from '../../i18n/words.ts'
import { resetAsSent } from '../../ui/reset-as-sent.ts'
import { useOneDeed } from '../../ui/use-one-deed.ts'
import { blockReader, liftBlock, type WholeForm } from './reader-api.ts'
import type { OnDone } from './reader-sheet.tsx'
import { useReaderWords } from './use-reader-words.ts'

/** Why a reader may not borrow; who has the right may block and lift. */
export function ReaderBlocks({ form: { reader, blocks }, role, onDone }: { form: WholeForm; role: string; onDone: OnDone }) {
  const words = useReaderWords()
  const may = mayDo(role, 'block-readers')
  const once = useOneDeed()
  const block = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const reset = resetAsSent(event.currentTarget)
    const given = new FormData(event.currentTarget)
    const [reason, until] = [String(given.get('reason')).trim(), String(given.get('until'))]
    const answer = await once((key) => blockReader(reader.card, reason, until, key))
    if (answer?.ok) reset()
    if (answer) await onDone(answer, words.blocked)
  }
  return (
    <>
      {reader.blockedReason && (
        <p class="notice stop">
          <strong>{words.blocked}:</strong> {reader.blockedReason}
        </p>
      )}
      {blocks.map(({ id, reason, until }) => (
        <div key={id} class="notice stop" data-block={id}>
          <p>
            <strong>{words.blocked}:</strong> {[reason, until && dayText(until)].filter(Boolean).join(' · ')}
          </p>
          {may && (
            <button type="button" data-lift onClick={async () => onDone(await liftBlock(reader.card, id), words.saved)}>
              {words.lift}
            </button>
          )}
        </div>
      ))}
      {may && (
        <details>
          <summary>{words.block}</summary>
          <form class="row" onSubmit={block}>
            <label>
              <span>{words.blockReason}</span>
              <input name="reason" required maxLength={200} autocomplete="off" />
            </label>
            <label>
              <span>{words.blockUntil}</span>
              <input name="until" type="date" />
            </label>
            <button type="submit">{words.block}</button>
          </form>
        </details>
      )}
    </>
  )
}
