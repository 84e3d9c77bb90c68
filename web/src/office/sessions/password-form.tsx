import { useState } from 'preact/hooks'
import { PASSWORD_LENGTH } from '../../../../worker/domain/staff/choose-password.ts'
import type { Refused } from '../../api-shapes.ts'
import { NewPasswordField } from '../../sign-in/new-password-field.tsx'
import { RefusedTry } from '../../sign-in/refused-try.tsx'
import { changePassword } from './session-api.ts'
import { useSessionWords } from './use-session-words.ts'

/** One's own password: the present one is asked, and is throttled like a sign-in. */
export function PasswordForm({ onChanged }: { onChanged: () => void }) {
  const words = useSessionWords()
  const [refused, setRefused] = useState<Refused>()
  const [changed, setChanged] = useState(false)
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    const answer = await changePassword(String(given.get('present')), String(given.get('next')))
    setRefused(answer.ok ? undefined : answer)
    setChanged(answer.ok)
    if (!answer.ok) return
    form.reset()
    onChanged()
  }
  return (
    <form class="panel password-form" onSubmit={submit}>
      <h2>{words.password}</h2>
      <p class="quiet">{words.passwordLead}</p>
      <label>
        <span>{words.present}</span>
        <input type="password" name="present" required autocomplete="current-password" maxLength={PASSWORD_LENGTH.most} />
      </label>
      <NewPasswordField label={words.next} />
      <RefusedTry refused={refused} />
      <p role="status">{changed ? words.changed : ''}</p>
      <button type="submit" class="primary" data-change-password>
        {words.change}
      </button>
    </form>
  )
}
