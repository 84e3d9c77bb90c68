import '../styles/passkeys.css'
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Answer } from '../api-shapes.ts'
import { RefusedNotice } from '../desk/refused-notice.tsx'
import { useSpeech } from '../i18n/language.tsx'
import type { RefusalSlug } from '../refusal-slug.ts'
import { NamedAddress } from './named-address.tsx'
import { addPasskey, listPasskeys, type OwnPasskey, removePasskey, type Unmade } from './own-passkeys-api.ts'
import { PasskeyList } from './passkey-list.tsx'
import { passkeysWork } from './passkeys-work.ts'
import { usePasskeyWords } from './use-passkey-words.ts'

interface Props {
  /** Where the library keeps them. */
  own: string
  /** The form of the sign-in: shown when the last one was too long ago. */
  signInAgain: ComponentChildren
}

/** One's own passkeys: what there is, another one, one less. */
export function OwnPasskeys({ own, signInAgain }: Props) {
  const { t } = useSpeech()
  const words = usePasskeyWords()
  const [passkeys, setPasskeys] = useState<OwnPasskey[]>()
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])
  const [told, setTold] = useState<Unmade | 'added' | 'removed'>()
  const [busy, setBusy] = useState(false)
  const load = async () => {
    const answer = await listPasskeys(own)
    if (answer.ok) setPasskeys(answer.value.passkeys)
    else setRefusals(answer.refusals)
  }
  useEffect(() => void load(), [])
  const perform = async (deed: Promise<Answer<object> | Unmade>, done: 'added' | 'removed') => {
    setBusy(true)
    setTold(undefined)
    setRefusals([])
    const answer = await deed
    if (typeof answer === 'string') setTold(answer)
    else if (answer.ok) setTold(done)
    else setRefusals(answer.refusals)
    if (typeof answer !== 'string' && answer.ok) await load()
    setBusy(false)
  }
  return (
    <section class="panel passkeys" aria-labelledby="passkeys">
      <h2 id="passkeys">{words.heading}</h2>
      <p class="quiet">{words.help}</p>
      <RefusedNotice refusals={refusals} />
      {refusals.includes('sign-in-is-old') && signInAgain}
      <p role="status" data-passkey-told={told}>
        {told ? words.told[told] : ''}
      </p>
      {!passkeys && refusals.length === 0 && <p>{t.loading}</p>}
      {passkeys?.length === 0 && <p class="quiet">{words.none}</p>}
      {passkeys && <PasskeyList passkeys={passkeys} busy={busy} onRemove={(id) => void perform(removePasskey(own, id), 'removed')} />}
      {passkeysWork() ? (
        <button type="button" data-add-passkey disabled={busy} onClick={() => void perform(addPasskey(own), 'added')}>
          {words.add}
        </button>
      ) : (
        <NamedAddress />
      )}
    </section>
  )
}
