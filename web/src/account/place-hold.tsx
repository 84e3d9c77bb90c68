import { useEffect, useState } from 'preact/hooks'
import { findRecord } from '../api.ts'
import type { BookRecord, Branch } from '../api-shapes.ts'
import { BranchOptions } from '../ui/branch-options.tsx'
import { useOneDeed } from '../ui/use-one-deed.ts'
import { holdTitle } from './account-api.ts'
import { type Outcome, Told } from './told.tsx'
import { useAccountWords } from './use-account-words.ts'

/** Came from a record's page: where to collect it, and yes. */
export function PlaceHold({ id, home, branches, again }: { id: number; home: number; branches: Branch[]; again: () => Promise<void> }) {
  const words = useAccountWords()
  const [record, setRecord] = useState<BookRecord>()
  const [outcome, setOutcome] = useState<Outcome>()
  const [asks, setAsks] = useState(true)
  const once = useOneDeed()
  useEffect(() => {
    findRecord(String(id)).then((answer) => (answer.ok ? setRecord(answer.value) : setOutcome(answer)))
  }, [id])
  const close = () => {
    history.replaceState(null, '', '/account')
    setAsks(false)
  }
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const pickup = Number(new FormData(event.currentTarget).get('pickup'))
    const answer = await once((key) => holdTitle(id, pickup, key))
    if (!answer) return
    setOutcome(answer.ok ? { say: ({ held }) => held(answer.value.hold.position) } : answer)
    if (!answer.ok) return
    close()
    await again()
  }
  return (
    <section class="place-hold" aria-labelledby="place-hold">
      <h2 id="place-hold">{words.holdHeading}</h2>
      {record && (
        <p>
          <strong>{record.title}</strong>
          {record.author && ` — ${record.author}`}
        </p>
      )}
      <Told outcome={outcome} />
      {asks && record && branches.length > 0 && (
        <form onSubmit={submit}>
          <label>
            <span>{words.pickup}</span>
            <select name="pickup" defaultValue={String(home)}>
              <BranchOptions branches={branches} />
            </select>
          </label>
          <div class="deeds">
            <button type="submit" class="primary">
              {words.hold}
            </button>
            <button type="button" onClick={close}>
              {words.notNow}
            </button>
          </div>
        </form>
      )}
    </section>
  )
}
