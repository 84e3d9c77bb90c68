import { useRef, useState } from 'preact/hooks'
import { useSpeech } from '../../i18n/language.tsx'
import type { RefusalSlug } from '../../refusal-slug.ts'
import { CodeField } from '../code-field.tsx'
import { RefusedNotice } from '../refused-notice.tsx'
import { type RelocatedLine, relocate } from './copy-api.ts'
import { useCopyWords } from './use-copy-words.ts'

interface Line {
  key: string
  copy: string
}

/** As many as one request carries; the rest of the pile follows in the next. */
const AT_ONCE = 50

/** A pile is scanned, and all of it moves here at once; what may not move says why. */
export function RelocatePanel({ branch }: { branch: number }) {
  const { t } = useSpeech()
  const words = useCopyWords()
  const field = useRef<HTMLInputElement>(null)
  const place = useRef<HTMLInputElement>(null)
  const [pile, setPile] = useState<Line[]>([])
  const [moving, setMoving] = useState(false)
  const [told, setTold] = useState<RelocatedLine[]>([])
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])
  const add = (event: SubmitEvent) => {
    event.preventDefault()
    const copy = field.current?.value.replace(/\s/g, '') ?? ''
    if (field.current) field.current.value = ''
    field.current?.focus()
    if (copy && !pile.some((line) => line.copy === copy)) setPile((now) => [...now, { key: crypto.randomUUID(), copy }])
  }
  const move = async () => {
    const location = place.current?.value.trim() ?? ''
    const lines: RelocatedLine[] = []
    setMoving(true)
    let refused: RefusalSlug[] = []
    for (let from = 0; from < pile.length && refused.length === 0; from += AT_ONCE) {
      const part = pile.slice(from, from + AT_ONCE)
      const answer = await relocate(part, branch, location)
      if (answer.ok) {
        // More may have been scanned meanwhile.
        setPile((now) => now.filter((line) => !part.includes(line)))
        lines.push(...answer.value)
      } else refused = answer.refusals
    }
    setMoving(false)
    setTold(lines)
    setRefusals(refused)
    if (refused.length === 0) field.current?.focus()
  }
  return (
    <section class="relocate" aria-labelledby="relocate">
      <h2 id="relocate">{words.relocate}</h2>
      <p class="quiet">{words.relocateHelp}</p>
      <form class="row" onSubmit={add}>
        <CodeField label={words.scanCopy} name="pile" scan="asks" field={field} />
        <button type="submit">{words.add}</button>
      </form>
      <RefusedNotice refusals={refusals} />
      {pile.length > 0 && (
        <>
          <p data-pile={pile.length} data-work>
            {words.pile(pile.length)}
          </p>
          <ul class="pile">
            {pile.map(({ key, copy }) => (
              <li key={key}>
                {copy}{' '}
                <button
                  type="button"
                  aria-label={`${words.remove}: ${copy}`}
                  disabled={moving}
                  onClick={() => setPile((now) => now.filter((line) => line.key !== key))}
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
          <div class="row">
            <label>
              <span>{words.newPlace}</span>
              <input name="new-place" ref={place} maxLength={120} />
            </label>
            <button type="button" class="primary" data-move disabled={moving} onClick={move}>
              {words.move}
            </button>
          </div>
        </>
      )}
      <div role="status">
        <ul class="pile-told">
          {told.map(({ barcode, title, refused }) => (
            <li key={barcode} data-moved={refused ? undefined : barcode} data-refused={refused}>
              {barcode} · {refused ? `${t.refusals[refused]}. ${t.nextSteps[refused]}` : `${words.moved}: ${title}`}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
