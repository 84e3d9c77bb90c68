import { useEffect, useState } from 'preact/hooks'
import { signOut, whoIsHere } from '../api.ts'
import type { Staff } from '../api-shapes.ts'
import { SignInForm } from '../desk/sign-in-form.tsx'
import { useSpeech } from '../i18n/language.tsx'
import { roleWord } from '../i18n/words.ts'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { Mark } from '../ui/mark.tsx'
import { PolicyScreen } from './policy-screen.tsx'
import { useOfficeWords } from './use-office-words.ts'

const EDITORS = new Set(['director', 'administrator'])

/** Where the library's rules are kept: everybody on the staff may read them. */
export function OfficePage() {
  const { t } = useSpeech()
  const words = useOfficeWords()
  const [staff, setStaff] = useState<Staff | null>()
  useEffect(() => {
    whoIsHere().then((answer) => setStaff(answer.ok ? answer.value.staff : null))
  }, [])
  useEffect(() => {
    document.title = `${words.office} — ${t.site}`
  }, [t, words])
  const leave = async () => {
    const answer = await signOut()
    if (answer.ok || answer.refused === 'sign-in-required') setStaff(null)
  }
  return (
    <>
      <header class="top">
        <a class="brand" href="/desk">
          <Mark />
          <span>
            <strong>{t.site}</strong>
            <small>{words.office}</small>
          </span>
        </a>
        {staff && (
          <p class="who" data-staff={staff.id}>
            <strong>{staff.name}</strong>
            <small>{roleWord(t, staff.role)}</small>
          </p>
        )}
        <LanguageSwitch />
        {staff && (
          <button type="button" data-sign-out onClick={leave}>
            {t.signOut}
          </button>
        )}
      </header>
      <main>
        {staff === null && <SignInForm onSignedIn={setStaff} />}
        {staff && <PolicyScreen mayEdit={EDITORS.has(staff.role)} />}
      </main>
    </>
  )
}
