import { useState } from 'preact/hooks'
import { LOGIN } from '../../../../worker/domain/staff/staff-member.ts'
import type { Branch } from '../../api-shapes.ts'
import { RefusedNotice } from '../../desk/refused-notice.tsx'
import type { RefusalSlug } from '../../refusal-slug.ts'
import { useOneDeed } from '../../ui/use-one-deed.ts'
import { FirstPasswordField, GivenPassword } from './first-password-field.tsx'
import { PostFields, postIn } from './post-fields.tsx'
import { addStaff } from './staff-api.ts'
import { useStaffWords } from './use-staff-words.ts'

const PATTERN = LOGIN.source.replace(/^\^|\$$/g, '')

/** Somebody new, with a password for one use. */
export function AddStaffForm({ branches, onAdded }: { branches: Branch[]; onAdded: () => void }) {
  const words = useStaffWords()
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])
  const [added, setAdded] = useState<{ login: string; password: string }>()
  const once = useOneDeed()
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const [login, password] = [String(fields.get('login')).trim(), String(fields.get('password'))]
    const answer = await once((key) => addStaff({ ...postIn(fields), login, password }, key))
    if (!answer) return
    setRefusals(answer.ok ? [] : answer.refusals)
    setAdded(answer.ok ? { login, password } : undefined)
    if (answer.ok) onAdded()
  }
  return (
    <section class="panel staff-panel" data-add-staff>
      <h2>{words.add}</h2>
      <form class="staff-form" key={added?.login ?? ''} onSubmit={submit}>
        <PostFields branches={branches} />
        <label>
          <span>{words.login}</span>
          <input
            name="login"
            required
            pattern={PATTERN}
            title={words.loginHelp}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            aria-describedby="login-help"
          />
          <small id="login-help" class="quiet">
            {words.loginHelp}
          </small>
        </label>
        <FirstPasswordField id="added-password" />
        <RefusedNotice refusals={refusals} />
        <button type="submit" class="primary">
          {words.adding}
        </button>
      </form>
      <div role="status">
        {added && (
          <>
            <p>
              {words.added} {words.login}: <strong>{added.login}</strong>
            </p>
            <GivenPassword password={added.password} />
          </>
        )}
      </div>
    </section>
  )
}
