import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { consentIn } from '../../../../worker/domain/readers/consent-text.ts'
import { useSpeech } from '../../i18n/language.tsx'
import type { RefusalSlug } from '../../refusal-slug.ts'
import { useLastAsked } from '../../ui/use-last-asked.ts'
import { useOneDeed } from '../../ui/use-one-deed.ts'
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

const personOf = (name: string, birthYear: number) => `${name} ${birthYear}`

/** A new reader: who, what they agree to, and whether they are known already. */
export function RegisterForm({ terms, branch, onRegistered, onOpen, onClosed }: Props) {
  const { language } = useSpeech()
  const words = useReaderWords()
  const consent = consentIn(terms.consent, language)
  const form = useRef<HTMLFormElement>(null)
  /** Of whom it was said that they may be known: nobody else is confirmed. */
  const warnedOf = useRef('')
  const [alike, setAlike] = useState<KnownReader[]>([])
  const [isChild, setIsChild] = useState(false)
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])
  const lastAsked = useLastAsked()
  const once = useOneDeed()
  useLayoutEffect(() => form.current?.querySelector<HTMLInputElement>('[name="name"]')?.focus(), [])

  const look = async (name: string, birthYear: number) => {
    const answer = await lastAsked.ask(samePerson(name, birthYear))
    if (!answer?.ok) return
    setAlike(answer.value.readers)
    if (answer.value.readers.length > 0) warnedOf.current = personOf(name, birthYear)
  }
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const printed = String(given.get('card') ?? '').replace(/\s/g, '')
    const fields = fieldsOf(event.currentTarget)
    const person = personOf(fields.name, fields.birthYear)
    const asked = {
      ...fields,
      branch,
      ...(printed ? { card: printed } : {}),
      ...(given.has('consent') ? { consent: terms.consent.version } : {}),
      ...(warnedOf.current === person ? { confirm: ['reader-may-be-known'] } : {}),
    }
    const answer = await once((key) => registerReader(asked, key))
    if (!answer) return
    if (answer.ok) return onRegistered(answer.value.reader.card)
    setRefusals(answer.refusals)
    if (!answer.refusals.includes('reader-may-be-known')) return
    warnedOf.current = person
    await look(asked.name, asked.birthYear)
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
