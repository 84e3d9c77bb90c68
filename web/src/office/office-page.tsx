import { useEffect, useState } from 'preact/hooks'
import { mayDo } from '../../../worker/domain/staff/permissions.ts'
import { signOut, whoIsHere } from '../api.ts'
import type { Staff } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { roleWord } from '../i18n/words.ts'
import { noteInput } from '../sign-in/idle.ts'
import { LockScreen } from '../sign-in/lock-screen.tsx'
import { SignInForm } from '../sign-in/sign-in-form.tsx'
import { useIdleLock } from '../sign-in/use-idle-lock.ts'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { lazy } from '../ui/lazy.tsx'
import { Mark } from '../ui/mark.tsx'
import { ScreenTabs } from '../ui/screen-tabs.tsx'
import { CalendarScreen } from './calendar-screen.tsx'
import { PolicyScreen } from './policy-screen.tsx'
import { officeScreensOf, screenOf } from './screens.ts'
import { useOfficeWords } from './use-office-words.ts'

const ExhibitionScreen = lazy(async () => (await import('./exhibitions/exhibition-screen.tsx')).ExhibitionScreen)
const StaffScreen = lazy(async () => (await import('./staff/staff-screen.tsx')).StaffScreen)
const AuditScreen = lazy(async () => (await import('./audit/audit-screen.tsx')).AuditScreen)
const RightsScreen = lazy(async () => (await import('./rights/rights-screen.tsx')).RightsScreen)
const HoldSettingScreen = lazy(async () => (await import('./holds/hold-setting-screen.tsx')).HoldSettingScreen)
const SessionScreen = lazy(async () => (await import('./sessions/session-screen.tsx')).SessionScreen)

/** Where the library is run: its rules, its staff and what everybody did. */
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
  const signedIn = (next: Staff) => {
    noteInput()
    setStaff(next)
  }
  if (staff) return <Office key={staff.id} staff={staff} onSignedIn={signedIn} onSignedOut={() => setStaff(null)} />
  return (
    <>
      <header class="top">
        <Brand />
        <LanguageSwitch />
      </header>
      <main>{staff === null && <SignInForm onSignedIn={signedIn} />}</main>
    </>
  )
}

function Brand() {
  const { t } = useSpeech()
  const words = useOfficeWords()
  return (
    <a class="brand" href="/desk">
      <Mark />
      <span>
        <strong>{t.site}</strong>
        <small>{words.office}</small>
      </span>
    </a>
  )
}

function Office({ staff, onSignedIn, onSignedOut }: { staff: Staff; onSignedIn: (staff: Staff) => void; onSignedOut: () => void }) {
  const { t } = useSpeech()
  const words = useOfficeWords()
  const lock = useIdleLock()
  const [asked, setAsked] = useState(() => screenOf(location.hash))
  useEffect(() => {
    const moved = () => setAsked(screenOf(location.hash))
    addEventListener('hashchange', moved)
    return () => removeEventListener('hashchange', moved)
  }, [])
  const screens = officeScreensOf(staff.role)
  const screen = screens.includes(asked) ? asked : 'policy'
  const leave = async () => {
    const answer = await signOut()
    if (answer.ok || answer.refused === 'sign-in-required') onSignedOut()
  }
  const again = (next: Staff) => {
    onSignedIn(next)
    lock.open()
  }
  return (
    <>
      <header class="top">
        <Brand />
        <p class="who" data-staff={staff.id}>
          <strong>{staff.name}</strong>
          <small>{roleWord(t, staff.role)}</small>
        </p>
        <a href="/statistics/now">{t.statistics}</a>
        <LanguageSwitch />
        <button type="button" data-sign-out onClick={leave}>
          {t.signOut}
        </button>
        {!lock.locked && (
          <ScreenTabs
            label={words.screens}
            screens={screens}
            names={words}
            current={screen}
            onScreen={(each) => location.assign(`#${each}`)}
          />
        )}
      </header>
      <main>
        {lock.locked && <LockScreen staff={staff} onSignedIn={again} />}
        {/* What was half written stays. */}
        <div hidden={lock.locked}>
          {screen === 'policy' && <PolicyScreen mayEdit={mayDo(staff.role, 'edit-policy')} />}
          {screen === 'calendar' && <CalendarScreen staff={staff} />}
          {screen === 'holds' && <HoldSettingScreen mayEdit={mayDo(staff.role, 'edit-policy')} heading={words.holds} />}
          {screen === 'exhibitions' && <ExhibitionScreen staff={staff} heading={words.exhibitions} />}
          {screen === 'staff' && <StaffScreen self={staff.id} heading={words.staff} />}
          {screen === 'audit' && <AuditScreen staff={staff} heading={words.audit} />}
          {screen === 'rights' && <RightsScreen role={staff.role} heading={words.rights} />}
          {screen === 'sessions' && <SessionScreen heading={words.sessions} />}
        </div>
      </main>
    </>
  )
}
