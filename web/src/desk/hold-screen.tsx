import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Branch } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import type { RefusalSlug } from '../refusal-slug.ts'
import { BranchOptions } from '../ui/branch-options.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLastAsked } from '../ui/use-last-asked.ts'
import { CodeField } from './code-field.tsx'
import { holdsOfReader, type OpenHold, type PlacedHold, placeHold } from './hold-api.ts'
import { OpenHolds } from './open-holds.tsx'
import { RefusedNotice } from './refused-notice.tsx'
import { useDeskWords } from './use-desk-words.ts'

interface Props {
  branches: Branch[]
  branch: number
  /** The card of the reader whose form is open at the counter. */
  card: string
}

/** A hold for the reader at the desk, and the holds that this reader has. */
export function HoldScreen({ branches, branch, card: first }: Props) {
  const { t } = useSpeech()
  const words = useDeskWords()
  const form = useRef<HTMLFormElement>(null)
  const [card, setCard] = useState(first)
  const [holds, setHolds] = useState<OpenHold[]>()
  const [placed, setPlaced] = useState<PlacedHold>()
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])
  const lastAsked = useLastAsked()
  const field = (name: string) => form.current?.querySelector<HTMLInputElement>(`input[name="${name}"]`)

  const open = async (wanted: string) => {
    if (wanted !== card) setHolds(undefined)
    setCard(wanted)
    const answer = await lastAsked.ask(holdsOfReader(wanted))
    if (!answer) return
    if (answer.ok) setHolds(answer.value.holds)
    else setRefusals(answer.refusals)
  }
  useLayoutEffect(() => {
    const reader = field('reader')
    if (reader && first) reader.value = first
    field(first ? 'book' : 'reader')?.focus()
    if (first) void open(first)
  }, [])

  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const [reader = '', book = ''] = ['reader', 'book'].map((name) => String(given.get(name)).replace(/\s/g, ''))
    setRefusals([])
    setPlaced(undefined)
    if (!reader) return field('reader')?.focus()
    if (!book) {
      field('book')?.focus()
      return open(reader)
    }
    const wanted = { reader, book, onlyThisCopy: given.has('only-this'), pickup: Number(given.get('pickup')) }
    const input = field('book')
    // The next book may be scanned before the answer comes.
    if (input) input.value = ''
    input?.focus()
    const answer = await placeHold(wanted, crypto.randomUUID())
    if (answer.ok) setPlaced(answer.value.hold)
    else setRefusals(answer.refusals)
    if (!answer.ok && input?.value === '') {
      input.value = book
      // The next scan takes its place.
      input.select()
    }
    if (field('reader')?.value.replace(/\s/g, '') === reader) await open(reader)
  }
  return (
    <div class="desk-screen two">
      <form class="place-hold" ref={form} onSubmit={submit}>
        <h1>{words.placeHold}</h1>
        <CodeField label={words.readerCard} name="reader" scan="reader" numeric />
        <CodeField label={words.book} name="book" scan="copy" help="book-help" />
        <p class="quiet" id="book-help">
          {words.bookHelp}
        </p>
        <label class="tick">
          <input type="checkbox" name="only-this" />
          <span>{words.onlyThisCopy}</span>
        </label>
        <label>
          <span>{words.pickup}</span>
          <select name="pickup">
            <BranchOptions branches={branches} selected={branch} />
          </select>
        </label>
        <button type="submit" class="primary">
          {words.hold}
        </button>
        <RefusedNotice refusals={refusals} />
        <div role="status">
          {placed && (
            <p class="notice done" data-placed={placed.position}>
              <Icon name="yes" /> <strong>{words.held}.</strong> {placed.title} · {words.placeInQueue(placed.position)} ·{' '}
              {placed.reader.name}
            </p>
          )}
        </div>
      </form>
      <section aria-labelledby="holds-of-reader">
        <h2 id="holds-of-reader">{words.holdsOfReader}</h2>
        {card && <p class="quiet">{`${t.card} ${card}`}</p>}
        {holds && <OpenHolds holds={holds} branches={branches} onChanged={() => open(card)} />}
      </section>
    </div>
  )
}
