import { render } from 'preact'
import type { Spoken } from '../i18n/dictionary.ts'
import { SpeechProvider } from '../i18n/language.tsx'
import { noteInput } from '../sign-in/idle.ts'
import { LockScreen } from '../sign-in/lock-screen.tsx'
import type { Worker } from '../sign-in/sign-in-form.tsx'
import '../styles/sign-in.css'

/** Asks for the password in place of the page; a colleague gets the page anew, by their own rights. */
export function lockHere(staff: Worker, speech: Spoken, open: () => void) {
  const place = document.createElement('main')
  document.getElementById('content')?.before(place)
  const signedIn = ({ id }: Pick<Worker, 'id'>) => {
    noteInput()
    if (id !== staff.id) return location.reload()
    render(null, place)
    place.remove()
    open()
  }
  render(
    <SpeechProvider first={speech}>
      <LockScreen staff={staff} onSignedIn={signedIn} />
    </SpeechProvider>,
    place,
  )
}
