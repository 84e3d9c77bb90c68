import '../../styles/desk-readers.css'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Branch } from '../../api-shapes.ts'
import type { RefusalSlug } from '../../refusal-slug.ts'
import { useLastAsked } from '../../ui/use-last-asked.ts'
import { KeptForms, useKeptForms } from '../kept-forms.tsx'
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

const NEW = 'new'
const keyOf = (form: typeof NEW | WholeForm) => (form === NEW ? NEW : form.reader.card)

const LIKE_A_CARD = /^[A-Z]?\d+$/i

/** Readers by name or card, their forms, and new ones. */
export function ReaderScreen({ branches, branch, role, card, onLend }: Props) {
  const words = useReaderWords()
  const field = useRef<HTMLInputElement>(null)
  const [terms, setTerms] = useState<RegistrationTerms>()
  const [found, setFound] = useState<KnownReader[]>()
  const forms = useKeptForms(keyOf)
  const [told, setTold] = useState<{ card: string; said: string }>()
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])
  const lastAsked = useLastAsked()

  const read = async (wanted: string, then: (form: WholeForm) => void, said: string) => {
    const answer = await wholeForm(wanted)
    setTold({ card: wanted, said })
    setRefusals(answer.ok ? [] : answer.refusals)
    if (answer.ok) then(answer.value)
  }
  const open = async (wanted: string) => {
    const answer = await lastAsked.ask(wholeForm(wanted))
    if (!answer) return
    setTold(undefined)
    setRefusals(answer.ok ? [] : answer.refusals)
    forms.show(answer.ok ? answer.value : undefined)
  }
  useLayoutEffect(() => {
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
    const answer = await lastAsked.ask(readersByName(typed))
    if (!answer) return
    setRefusals(answer.ok ? [] : answer.refusals)
    if (answer.ok) setFound(answer.value.readers)
  }
  const begin = () => {
    lastAsked.forget()
    setTold(undefined)
    setRefusals([])
    forms.show(NEW)
  }
  return (
    <div class="desk-screen two readers">
      <section aria-labelledby="find-reader">
        <form class="desk-form" onSubmit={submit}>
          <h1 id="find-reader">{words.find}</h1>
          <label>
            <span>{words.nameOrCard}</span>
            <input name="find-reader" data-scan="asks" ref={field} maxLength={120} autocomplete="off" spellcheck={false} />
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
        {terms && (
          <KeptForms forms={forms} nameOf={(form) => (form === NEW ? words.newReader : form.reader.name)}>
            {(form) =>
              form === NEW ? (
                <RegisterForm
                  {...{ terms, branch }}
                  onOpen={open}
                  onRegistered={(given) => read(given, (form) => forms.finish(NEW, form), words.registered)}
                  onClosed={() => forms.finish(NEW)}
                />
              ) : (
                <ReaderSheet
                  {...{ form, terms, branches, branch, role, onLend }}
                  told={told?.card === form.reader.card ? told.said : undefined}
                  onChanged={(changed, said) => read(changed, (now) => forms.renew(form.reader.card, now), said)}
                />
              )
            }
          </KeptForms>
        )}
      </section>
    </div>
  )
}
