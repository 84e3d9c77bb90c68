import { render } from 'preact'
import { firstSpoken } from '../i18n/dictionary.ts'
import { SpeechProvider } from '../i18n/language.tsx'
import { noteInput } from '../sign-in/idle.ts'
import { SignInForm } from '../sign-in/sign-in-form.tsx'
import '../styles/sign-in.css'

const signedIn = () => {
  noteInput()
  location.reload()
}

/** Signs in where a page of the staff was asked for, and then opens it. */
export async function signInHere(place: Element) {
  const first = await firstSpoken()
  place.replaceChildren()
  render(
    <SpeechProvider first={first}>
      <SignInForm onSignedIn={signedIn} />
    </SpeechProvider>,
    place,
  )
}
