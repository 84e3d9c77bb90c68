import type { Ref } from 'preact'
import { PASSWORD_LENGTH } from '../../../worker/domain/staff/choose-password.ts'

export function NewPasswordField({ label, field = null }: { label: string; field?: Ref<HTMLInputElement> }) {
  return (
    <label>
      <span>{label}</span>
      <input
        name="next"
        type="password"
        required
        autocomplete="new-password"
        minLength={PASSWORD_LENGTH.least}
        maxLength={PASSWORD_LENGTH.most}
        ref={field}
      />
    </label>
  )
}
