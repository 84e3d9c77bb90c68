import { useRef, useState } from 'preact/hooks'
import { PasskeyButton } from '../passkeys/passkey-button.tsx'
import { enter } from './account-api.ts'
import { type Outcome, Told } from './told.tsx'
import { useAccountWords } from './use-account-words.ts'

interface Props {
  /** Lower within a page that has a first heading. */
  level?: 'h1' | 'h3'
  onEntered: () => void
}

export function EnterForm({ level: Heading = 'h1', onEntered }: Props) {
  const words = useAccountWords()
  const [outcome, setOutcome] = useState<Outcome>()
  const [busy, setBusy] = useState(false)
  const ownDevice = useRef<HTMLInputElement>(null)
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    setBusy(true)
    const answer = await enter(String(fields.get('card')).trim(), String(fields.get('pin')), fields.has('ownDevice'))
    setBusy(false)
    setOutcome(answer.ok ? undefined : answer)
    if (answer.ok) onEntered()
  }
  return (
    <form class="enter" method="post" onSubmit={submit}>
      <Heading>{words.account}</Heading>
      <p>{words.signInLead}</p>
      <label>
        <span>{words.card}</span>
        <input name="card" required autocomplete="username" inputmode="numeric" spellcheck={false} />
      </label>
      <label>
        <span>{words.pin}</span>
        <input name="pin" type="password" required pattern="[0-9]*" maxlength={12} autocomplete="current-password" inputmode="numeric" />
      </label>
      <label class="choice">
        <input ref={ownDevice} name="ownDevice" type="checkbox" aria-describedby="own-device" />
        <span>{words.ownDevice}</span>
      </label>
      <p id="own-device" class="quiet">
        {words.ownDeviceHelp}
      </p>
      <Told outcome={outcome} />
      <button type="submit" class="primary" disabled={busy}>
        {words.signIn}
      </button>
      <PasskeyButton
        door="/api/account/session/passkey"
        more={() => ({ ownDevice: ownDevice.current?.checked ?? false })}
        onEntered={onEntered}
        onRefused={setOutcome}
      />
    </form>
  )
}
