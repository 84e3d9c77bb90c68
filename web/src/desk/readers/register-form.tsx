import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { consentIn } from '../../../../worker/domain/readers/consent-text.ts'
import { useSpeech } from '../../i18n/language.tsx'
import type { RefusalSlug } from '../../refusal-slug.ts'
import { RefusedNotice } from '../refused-notice.tsx'
import { FoundReaders } from './found-readers.tsx'
import { type KnownReader, type RegistrationTerms, registerReader, samePerson } from './reader-api.ts'
import { fieldsOf, ReaderFields } from './reader-fields.tsx'
import { useReaderWords } from './use-reader-words.ts'

interface Props {
  terms: RegistrationTerms
  branch: number
  onRegistered: (card: string) => void
  onOpen: (card: string) => void
  onClosed: () => void
}

/** A new reader: who, what they agree to, and whether they are known already. */
export function RegisterForm({ terms, branch, onRegistered, onOpen, onClosed }: Props) {
  const { language } = useSpeech()
  const words = useReaderWords()
  const consent = consentIn(terms.consent, language)
  const form = useRef<HTMLFormElement>(null)
  const key = useRef(crypto.randomUUID())
  const [alike, setAlike] = useState<KnownReader[]>([])
  const [isChild, setIsChild] = useState(false)
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])
  useLayoutEffect(() => form.current?.querySelector<HTMLInputElement>('[name="name"]')?.focus(), [])

  const look = async (name: string, birthYear: number) => {
    const answer = await samePerson(name, birthYear)
    if (answer.ok) setAlike(answer.value.readers)
  }
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const printed = String(given.get('card') ?? '').replace(/\s/g, '')
    const seen = alike.length > 0 || refusals.includes('reader-may-be-known')
    const asked = {
      ...fieldsOf(event.currentTarget),
      branch,
      ...(printed ? { card: printed } : {}),
      ...(given.has('consent') ? { consent: terms.consent.version } : {}),
      ...(seen ? { confirm: ['reader-may-be-known'] } : {}),
    }
    const answer = await registerReader(asked, key.current)
    if (answer.ok) return onRegistered(answer.value.reader.card)
    // A changed form is another request: a key answers only for one.
    if (answer.refused !== 'no-connection') key.current = crypto.randomUUID()
    setRefusals(answer.refusals)
    if (answer.refused === 'reader-may-be-known') await look(asked.name, asked.birthYear)
  }
  return (
    <form class="reader-form" ref={form} data-register onSubmit={submit}>
      <h2>{words.newReader}</h2>
      <ReaderFields guarantorUnderAge={terms.rules.guarantorUnderAge} onPerson={look} onAge={setIsChild} />
      <label>
        <span>{words.printedCard}</span>
        <input name="card" data-scan="here" maxLength={64} autocomplete="off" inputMode="numeric" aria-describedby="printed-card-help" />
        <small class="quiet" id="printed-card-help">
          {words.printedCardHelp}
        </small>
      </label>
      <div class="consent wide">
        <h3>
          {words.consent} <small class="quiet">{words.version(terms.consent.version)}</small>
        </h3>
        <p lang={consent.language}>{consent.text}</p>
        <label class="tick">
          <input type="checkbox" name="consent" required />
          <span>{isChild ? words.guarantorAgrees : words.agrees}</span>
        </label>
      </div>
      <div class="wide" role="status">
        {alike.length > 0 && (
          <div class="notice look-notice" data-alike={alike.length}>
            <p>
              <strong>{words.alike}:</strong>
            </p>
            <FoundReaders readers={alike} onOpen={onOpen} />
          </div>
        )}
      </div>
      <div class="wide">
        <RefusedNotice refusals={refusals} />
      </div>
      <div class="actions wide">
        <button type="submit" class="primary">
          {alike.length > 0 ? words.anotherPerson : words.register}
        </button>
        <button type="button" data-close onClick={onClosed}>
          {words.cancel}
        </button>
      </div>
    </form>
  )
}
