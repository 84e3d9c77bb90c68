import { useState } from 'preact/hooks'
import type { Staff } from '../api-shapes.ts'
import { SignInForm, type Worker } from './sign-in-form.tsx'
import { useSignInWords } from './use-sign-in-words.ts'

interface Props {
  staff: Worker
  heading?: string
  lead: string
  onSignedIn: (staff: Staff) => void
}

/** Asks whoever works here for their password alone; a colleague may sign in instead. */
export function SignInAgain({ staff, heading, lead, onSignedIn }: Props) {
  const words = useSignInWords()
  const [another, setAnother] = useState(false)
  return (
    <>
      {another ? (
        <SignInForm key="another" lead={words.anotherLead} onSignedIn={onSignedIn} />
      ) : (
        <SignInForm key={staff.login} who={staff} {...(heading ? { heading } : {})} lead={lead} onSignedIn={onSignedIn} />
      )}
      <div class="sign-in">
        <button type="button" data-another={another} onClick={() => setAnother(!another)}>
          {another ? words.back : words.another}
        </button>
      </div>
    </>
  )
}
