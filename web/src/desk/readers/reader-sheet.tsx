import { useId, useState } from 'preact/hooks'
import type { Answer, Branch } from '../../api-shapes.ts'
import { dayText } from '../../i18n/words.ts'
import type { RefusalSlug } from '../../refusal-slug.ts'
import { Icon } from '../../ui/icon.tsx'
import { useOneDeed } from '../../ui/use-one-deed.ts'
import { RefusedNotice } from '../refused-notice.tsx'
import { CardPaper } from './card-paper.tsx'
import { RareDeeds } from './rare-deeds.tsx'
import { changeReader, type RegistrationTerms, reRegister, type WholeForm } from './reader-api.ts'
import { ReaderBlocks } from './reader-blocks.tsx'
import { ReaderCharges } from './reader-charges.tsx'
import { fieldsOf, ReaderFields } from './reader-fields.tsx'
import { ReaderHas } from './reader-has.tsx'
import { ReaderNotes } from './reader-notes.tsx'
import { ReaderPin } from './reader-pin.tsx'
import { useReaderWords } from './use-reader-words.ts'

export interface SheetProps {
  form: WholeForm
  terms: RegistrationTerms
  branches: Branch[]
  branch: number
  role: string
  told: string | undefined
  onChanged: (card: string, said: string) => Promise<unknown>
  onLend: (card: string) => void
}

/** One reader's form (формуляр): who they are, what they have, and everything the desk may do about it. */
export function ReaderSheet({ form, terms, branches, branch, role, told, onChanged, onLend }: SheetProps) {
  const words = useReaderWords()
  const { reader } = form
  const heading = useId()
  const [edits, setEdits] = useState(false)
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])
  const thisYear = new Date().getFullYear()

  const then = async <Value,>(answer: Answer<Value>, said: string, card = reader.card) => {
    setRefusals(answer.ok ? [] : answer.refusals)
    if (answer.ok) await onChanged(card, said)
    return answer.ok
  }
  const once = useOneDeed()
  const register = async () => {
    const answer = await once((key) => reRegister(reader.card, branch, terms.consent.version, key))
    if (answer) await then(answer, words.reRegistered)
  }
  const save = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    if (await then(await changeReader(reader.card, fieldsOf(event.currentTarget)), words.saved)) setEdits(false)
  }
  return (
    <article class="reader-sheet" data-reader-form={reader.card} aria-labelledby={heading}>
      <h2 id={heading}>{reader.name}</h2>
      <p class="reader-facts">
        <b>{reader.card}</b> · {words.categories[reader.category] ?? reader.category}
        {reader.birthYear && ` · ${words.bornIn(reader.birthYear)}`} · {words.validUntil} {dayText(reader.cardExpiresOn)}
      </p>
      <p class="quiet">
        {reader.registeredFor === thisYear ? (
          words.registeredFor(thisYear)
        ) : (
          <b class="look">
            <Icon name="look" /> {words.notRegistered}
          </b>
        )}
        {reader.guarantor && ` · ${words.guarantor}: ${[reader.guarantor, reader.guarantorPhone].filter(Boolean).join(', ')}`}
      </p>
      <div role="status">
        {told && (
          <p class="notice done" data-told>
            <Icon name="yes" /> {told}
          </p>
        )}
      </div>
      <RefusedNotice refusals={refusals} />
      <div class="actions">
        <button type="button" class="primary" data-lend onClick={() => onLend(reader.card)}>
          {words.lend}
        </button>
        <button type="button" data-re-register onClick={register}>
          {words.reRegister}
        </button>
        <button type="button" data-edit aria-expanded={edits} onClick={() => setEdits(!edits)}>
          {words.edit}
        </button>
      </div>
      {edits && (
        <form class="reader-form" onSubmit={save}>
          <ReaderFields known={form} guarantorUnderAge={terms.rules.guarantorUnderAge} />
          <div class="actions wide">
            <button type="submit" class="primary" data-save>
              {words.save}
            </button>
            <button type="button" onClick={() => setEdits(false)}>
              {words.cancel}
            </button>
          </div>
        </form>
      )}
      <ReaderHas form={form} branches={branches} />
      <ReaderPin card={reader.card} onDone={then} />
      <ReaderNotes form={form} onDone={then} />
      <ReaderCharges form={form} role={role} onDone={then} />
      <ReaderBlocks form={form} role={role} onDone={then} />
      <CardPaper reader={reader} />
      <RareDeeds form={form} role={role} onDone={then} />
    </article>
  )
}

/** Tells what came of a deed; false when it was refused. */
export type OnDone = <Value>(answer: Answer<Value>, said: string, card?: string) => Promise<boolean>
