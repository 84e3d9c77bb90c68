import { useState } from 'preact/hooks'
import { signIn } from '../api.ts'
import type { Refused, Staff } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { momentText } from '../i18n/words.ts'
import { PasskeyButton } from '../passkeys/passkey-button.tsx'

export function SignInForm({ lead, onSignedIn }: { lead?: string; onSignedIn: (staff: Staff) => void }) {
  const { t } = useSpeech()
  const [refused, setRefused] = useState<Refused>()
  const [busy, setBusy] = useState(false)
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    setBusy(true)
    setRefused(undefined)
    const answer = await signIn(String(fields.get('login')).trim(), String(fields.get('password')))
    setBusy(false)
    if (answer.ok) onSignedIn(answer.value.staff)
    else setRefused(answer)
  }
  return (
    <form class="sign-in" method="post" onSubmit={submit}>
      <h1>{t.signInHeading}</h1>
      {lead && <p class="notice">{lead}</p>}
      <label>
        <span>{t.login}</span>
        <input name="login" required autocomplete="username" autocapitalize="none" spellcheck={false} />
      </label>
      <label>
        <span>{t.password}</span>
        <input name="password" type="password" required autocomplete="current-password" />
      </label>
      <div role="alert">
        {refused && (
          <p class="notice stop" data-refused={refused.refused}>
            <strong>{t.refusals[refused.refused]}.</strong>{' '}
            {refused.retryAt ? `${t.tryAgainAfter} ${momentText(refused.retryAt, new Date())}.` : t.nextSteps[refused.refused]}
          </p>
        )}
      </div>
      <button type="submit" class="primary" disabled={busy}>
        {t.signIn}
      </button>
      <PasskeyButton<{ staff: Staff }> door="/api/session/passkey" onEntered={({ staff }) => onSignedIn(staff)} onRefused={setRefused} />
    </form>
  )
}
