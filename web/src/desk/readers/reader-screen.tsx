import '../../styles/desk-readers.css'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Branch } from '../../api-shapes.ts'
import type { RefusalSlug } from '../../refusal-slug.ts'
import { RefusedNotice } from '../refused-notice.tsx'
import { FoundReaders } from './found-readers.tsx'
import { type KnownReader, type RegistrationTerms, readersByName, registrationTerms, type WholeForm, wholeForm } from './reader-api.ts'
import { ReaderSheet } from './reader-sheet.tsx'
import { RegisterForm } from './register-form.tsx'
import { useReaderWords } from './use-reader-words.ts'

interface Props {
  branches: Branch[]
  branch: number
  role: string
  /** The card of the reader whose form is open at the counter. */
  card: string
  onLend: (card: string) => void
}

const LIKE_A_CARD = /^[A-Z]?\d+$/i

/** Readers by name or card, their forms, and new ones. */
export function ReaderScreen({ branches, branch, role, card, onLend }: Props) {
  const words = useReaderWords()
  const field = useRef<HTMLInputElement>(null)
  const [terms, setTerms] = useState<RegistrationTerms>()
  const [found, setFound] = useState<KnownReader[]>()
  const [form, setForm] = useState<WholeForm>()
  const [told, setTold] = useState<string>()
  const [isNew, setIsNew] = useState(false)
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])

  const open = async (wanted: string, said?: string) => {
    const answer = await wholeForm(wanted)
    setIsNew(false)
    setTold(said)
    setRefusals(answer.ok ? [] : answer.refusals)
    setForm(answer.ok ? answer.value : undefined)
  }
  useEffect(() => {
    field.current?.focus()
    registrationTerms().then((answer) => (answer.ok ? setTerms(answer.value) : setRefusals(answer.refusals)))
    if (card) void open(card)
  }, [])

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const typed = field.current?.value.trim() ?? ''
    if (!typed) return
    setFound(undefined)
    field.current?.select()
    if (LIKE_A_CARD.test(typed.replace(/\s/g, ''))) return open(typed.replace(/\s/g, ''))
    const answer = await readersByName(typed)
    setRefusals(answer.ok ? [] : answer.refusals)
    if (answer.ok) setFound(answer.value.readers)
  }
  const begin = () => {
    setForm(undefined)
    setTold(undefined)
    setRefusals([])
    setIsNew(true)
  }
  return (
    <div class="desk-screen two readers">
      <section aria-labelledby="find-reader">
        <form class="desk-form" onSubmit={submit}>
          <h1 id="find-reader">{words.find}</h1>
          <label>
            <span>{words.nameOrCard}</span>
            <input name="find-reader" data-scan="here" ref={field} maxLength={120} autocomplete="off" spellcheck={false} />
          </label>
          <div class="actions">
            <button type="submit" class="primary">
              {words.search}
            </button>
            <button type="button" data-new-reader disabled={!terms} onClick={begin}>
              {words.newReader}
            </button>
          </div>
        </form>
        <RefusedNotice refusals={refusals} />
        <div role="status">{found?.length === 0 && <p>{words.nobody}</p>}</div>
        {found && found.length > 0 && <FoundReaders readers={found} onOpen={open} />}
      </section>
      <section aria-live="polite">
        {isNew && terms && (
          <RegisterForm terms={terms} branch={branch} onOpen={open} onRegistered={(given) => open(given, words.registered)} />
        )}
        {form && terms && (
          <ReaderSheet key={form.reader.card} {...{ form, terms, branches, branch, role, told, onLend }} onChanged={open} />
        )}
      </section>
    </div>
  )
}
