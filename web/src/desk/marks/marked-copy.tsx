import { useId, useState } from 'preact/hooks'
import type { IncidentClosing } from '../../../../worker/domain/circulation/incidents/close-incident.ts'
import type { Answer, Branch } from '../../api-shapes.ts'
import { useSpeech } from '../../i18n/language.tsx'
import { dayText } from '../../i18n/words.ts'
import { useOneDeed } from '../../ui/use-one-deed.ts'
import { CodeField } from '../code-field.tsx'
import { nameOf } from '../open-holds.tsx'
import { type CopyInHand, endMark, markCopy, type Replacement } from './mark-api.ts'
import { endingsFor, marksFor } from './offers.ts'
import { useMarkWords } from './use-mark-words.ts'

interface Props {
  found: CopyInHand
  branches: Branch[]
  branch: number
  /** Does it, tells what came of it, and reads the copy anew. */
  perform: <T extends object>(deed: () => Promise<Answer<T>>, say: (value: T) => string[]) => Promise<Answer<T>>
}

/** The copy in hand, what may be said of it now, and how what was said may end. */
export function MarkedCopy({ found, branches, branch, perform: attempt }: Props) {
  const { language } = useSpeech()
  const words = useMarkWords()
  const [ending, setEnding] = useState<'replaced' | 'written-off'>()
  const [note, setNote] = useState('')
  const { copy, state, loan } = found
  const marks = marksFor(found)
  const endings = endingsFor(found)
  const heading = useId()
  const once = useOneDeed()
  const perform = async <T extends object>(of: string, deed: (key: string) => Promise<Answer<T>>, say: (value: T) => string[]) => {
    const answer = await once((key) => attempt(() => deed(key), say), of)
    if (!answer?.ok) return
    setNote('')
    setEnding(undefined)
  }
  const end = (as: IncidentClosing, replacement?: Replacement) =>
    perform(
      as,
      (key) => endMark(copy.barcode, as, branch, key, replacement),
      () => [words.ended],
    )
  const replace = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const barcode = String(given.get('new-barcode')).replace(/\s/g, '')
    const inventoryNumber = String(given.get('new-inventory-number')).trim()
    if (barcode) await end('replaced', inventoryNumber ? { barcode, inventoryNumber } : { barcode })
  }
  return (
    <section class="marked-copy" aria-labelledby={heading} data-copy={copy.barcode} data-mark={state.incident?.kind ?? 'none'}>
      <h2 id={heading}>{[copy.author, copy.title].filter(Boolean).join('. ')}</h2>
      <p>
        {copy.barcode} ·{' '}
        {copy.withdrawn ? words.withdrawn : `${words.places[state.place]} · ${nameOf(branches, state.holdingBranchId, language)}`}
      </p>
      {loan && (
        <p>
          {words.withReader}: {loan.reader ? `${loan.reader.name} · ${loan.reader.card}` : '—'} · {words.dueOn}: {dayText(loan.dueOn)}
        </p>
      )}
      <p>
        {words.mark}: <b>{state.incident ? words.marks[state.incident.kind] : words.noMark}</b>
      </p>
      {marks.length > 0 && (
        <fieldset>
          <legend>{words.whatHappened}</legend>
          <label>
            <span>{words.note}</span>
            <input name="note" maxLength={200} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
          </label>
          <div class="actions">
            {marks.map((kind) => (
              <button
                type="button"
                key={kind}
                data-set-mark={kind}
                onClick={() =>
                  perform(
                    kind,
                    (key) => markCopy({ barcode: copy.barcode, kind, branch, note: note.trim() }, key),
                    ({ incident }) => [words.done, ...(incident.alerts.length > 0 ? [words.claimsOften] : [])],
                  )
                }
              >
                {words.marks[kind]}
              </button>
            ))}
          </div>
        </fieldset>
      )}
      {endings.length > 0 && (
        <fieldset>
          <legend>{words.howEnds}</legend>
          <div class="actions">
            {endings.map((as) => (
              <button
                type="button"
                key={as}
                data-end-mark={as}
                aria-expanded={as === 'replaced' || as === 'written-off' ? ending === as : undefined}
                onClick={() => (as === 'replaced' || as === 'written-off' ? setEnding(as) : end(as))}
              >
                {words.endings[as]}
              </button>
            ))}
          </div>
          {endings.includes('found') && <p class="quiet">{words.foundByScan}</p>}
        </fieldset>
      )}
      {ending === 'replaced' && (
        <form class="replacement" onSubmit={replace}>
          <CodeField label={words.newBarcode} name="new-barcode" scan="here" required />
          <CodeField label={words.newInventoryNumber} name="new-inventory-number" scan="here" most={40} />
          <button type="submit" class="primary" data-replace>
            {words.replace}
          </button>
        </form>
      )}
      {ending === 'written-off' && (
        <div class="actions" data-write-off>
          <p>{words.writesOff}</p>
          <button type="button" class="primary" data-yes onClick={() => end('written-off')}>
            {words.yes}
          </button>
          <button type="button" onClick={() => setEnding(undefined)}>
            {words.keep}
          </button>
        </div>
      )}
    </section>
  )
}
