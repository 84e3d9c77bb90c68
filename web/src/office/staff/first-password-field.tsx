import { useState } from 'preact/hooks'
import { PASSWORD_LENGTH } from '../../../../worker/domain/staff/choose-password.ts'
import { suggestPassword } from './suggest-password.ts'
import { useStaffWords } from './use-staff-words.ts'

/** A password for one use, suggested by chance; to be read, for it is told to somebody. */
export function FirstPasswordField({ id }: { id: string }) {
  const words = useStaffWords()
  const [suggested, setSuggested] = useState(suggestPassword)
  return (
    <div class="first-password">
      <label for={id}>{words.first}</label>
      <input
        id={id}
        key={suggested}
        name="password"
        required
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        minLength={PASSWORD_LENGTH.least}
        maxLength={PASSWORD_LENGTH.most}
        defaultValue={suggested}
        aria-describedby={`${id}-help`}
      />
      <button type="button" onClick={() => setSuggested(suggestPassword())}>
        {words.another}
      </button>
      <small id={`${id}-help`} class="quiet">
        {words.firstHelp}
      </small>
    </div>
  )
}

/** The password that was given, until the page goes on. */
export function GivenPassword({ password }: { password: string }) {
  const words = useStaffWords()
  return (
    <p class="notice" data-given-password>
      {words.handOver}: <strong class="secret">{password}</strong> {words.shownOnce}
    </p>
  )
}
