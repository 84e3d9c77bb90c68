import { useState } from 'preact/hooks'
import { signIn } from '../api.ts'
import type { Refused, Staff } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { PasskeyButton } from '../passkeys/passkey-button.tsx'
import { enterAndChoose } from './choose-password.ts'
import { NewPasswordField } from './new-password-field.tsx'
import { RefusedTry } from './refused-try.tsx'
import { useSignInWords } from './use-sign-in-words.ts'

/** The next Tab is at the password; what a scanner sends meanwhile is no password. */
const focus = (heading: HTMLElement | null) => heading?.focus()

const focusFirst = (field: HTMLInputElement | null) => {
  if (field && field.value === '') field.focus()
}

/** Who works here. */
export type Worker = Pick<Staff, 'id' | 'login' | 'name'>

interface Props {
  /** Only their password is asked for. */
  who?: Worker
  heading?: string
  /** Lower within a screen that has a first heading. */
  level?: 'h1' | 'h3'
  lead?: string
  onSignedIn: (staff: Staff) => void
}

export function SignInForm({ who, heading, level: Heading = 'h1', lead, onSignedIn }: Props) {
  const { t } = useSpeech()
  const words = useSignInWords()
  const [choosing, setChoosing] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  const [busy, setBusy] = useState(false)
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    setBusy(true)
    setRefused(undefined)
    const [login, password, next] = [String(fields.get('login')).trim(), String(fields.get('password')), fields.get('next')]
    const answer = await (next === null ? signIn(login, password) : enterAndChoose(login, password, String(next)))
    setBusy(false)
    if (answer.ok) return onSignedIn(answer.value.staff)
    setRefused(answer)
    if (answer.refused === 'password-must-be-chosen') setChoosing(true)
  }
  return (
    <form class="sign-in" method="post" onSubmit={submit}>
      <Heading tabIndex={who ? -1 : undefined} ref={who ? focus : null}>
        {heading ?? t.signInHeading}
      </Heading>
      {lead && <p class="notice">{lead}</p>}
      {who ? (
        <input name="login" value={who.login} autocomplete="username" readOnly hidden />
      ) : (
        <label>
          <span>{t.login}</span>
          <input name="login" required autocomplete="username" autocapitalize="none" spellcheck={false} />
        </label>
      )}
      <label>
        <span>{t.password}</span>
        <input name="password" type="password" required autocomplete="current-password" />
      </label>
      <RefusedTry refused={refused} />
      {choosing && <NewPasswordField label={words.next} field={focusFirst} />}
      <button type="submit" class="primary" disabled={busy}>
        {who && heading ? words.unlock : t.signIn}
      </button>
      <PasskeyButton<{ staff: Staff }> door="/api/session/passkey" onEntered={({ staff }) => onSignedIn(staff)} onRefused={setRefused} />
    </form>
  )
}
