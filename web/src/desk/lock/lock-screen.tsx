import { useEffect } from 'preact/hooks'
import { whoIsHere } from '../../api.ts'
import type { Staff } from '../../api-shapes.ts'
import { SignInForm } from '../../sign-in/sign-in-form.tsx'
import { useDeskWords } from '../use-desk-words.ts'

interface Props {
  staff: Staff
  waiting: number
  noLine: boolean
  onSignedIn: (staff: Staff) => void
  onWithoutLine: () => void
}

/** A line may be gone without the browser's knowing: whoever is asked and does not answer is not there. */
async function lookForLine() {
  const answer = await whoIsHere()
  if (!answer.ok && answer.refused === 'no-connection') dispatchEvent(new Event('offline'))
}

/** Who works here, and the way back; neither a reader nor a book is shown. */
export function LockScreen({ staff, waiting, noLine, onSignedIn, onWithoutLine }: Props) {
  const words = useDeskWords()
  useEffect(() => void lookForLine(), [])
  return (
    <section data-locked={staff.id} onSubmit={() => void lookForLine()}>
      <SignInForm lead={words.locked(staff.name, waiting)} onSignedIn={onSignedIn} />
      {noLine && (
        <div class="sign-in">
          <p>{words.lockedWithoutLine}</p>
          <button type="button" data-without-line onClick={onWithoutLine}>
            {words.goOnWithoutLine}
          </button>
        </div>
      )}
    </section>
  )
}
