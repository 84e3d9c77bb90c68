import { useEffect } from 'preact/hooks'
import { whoIsHere } from '../api.ts'
import type { Staff } from '../api-shapes.ts'
import { SignInAgain } from './sign-in-again.tsx'
import type { Worker } from './sign-in-form.tsx'
import { useSignInWords } from './use-sign-in-words.ts'

interface Props {
  staff: Worker
  /** Scans that are kept. */
  waiting?: number
  onSignedIn: (staff: Staff) => void
  /** The way on while there is no line. */
  withoutLine?: (() => void) | undefined
}

/** A line may be gone without the browser's knowing: whoever is asked and does not answer is not there. */
async function lookForLine() {
  const answer = await whoIsHere()
  if (!answer.ok && answer.refused === 'no-connection') dispatchEvent(new Event('offline'))
}

/** Who works here, and the way back; nothing of what they work at is shown. */
export function LockScreen({ staff, waiting = 0, onSignedIn, withoutLine }: Props) {
  const words = useSignInWords()
  useEffect(() => void lookForLine(), [])
  return (
    <section data-locked={staff.id} onSubmit={() => void lookForLine()}>
      <SignInAgain staff={staff} heading={words.lockedHeading} lead={words.locked(staff.name, waiting)} onSignedIn={onSignedIn} />
      {withoutLine && (
        <div class="sign-in">
          <p>{words.lockedWithoutLine}</p>
          <button type="button" data-without-line onClick={withoutLine}>
            {words.goOnWithoutLine}
          </button>
        </div>
      )}
    </section>
  )
}
