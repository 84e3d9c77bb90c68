import { useEffect, useState } from 'preact/hooks'
import { whoIsHere } from '../api.ts'
import type { Staff } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { Mark } from '../ui/mark.tsx'
import { useBranches } from '../ui/use-branches.ts'
import { CounterScreen } from './counter-screen.tsx'
import { ImportScreen } from './import-screen.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { type Screen, StaffBar } from './staff-bar.tsx'
import { useCounter } from './use-counter.ts'

const IMPORTERS = new Set(['cataloguer', 'director', 'administrator'])

export function DeskPage() {
  const { t } = useSpeech()
  const [staff, setStaff] = useState<Staff | null>()
  useEffect(() => {
    whoIsHere().then((answer) => setStaff(answer.ok ? answer.value.staff : null))
  }, [])
  useEffect(() => {
    document.title = `${t.desk} — ${t.site}`
  }, [t])
  if (staff) return <Desk key={staff.id} staff={staff} onSignedOut={() => setStaff(null)} />
  return (
    <>
      <header class="top">
        <a class="brand" href="/">
          <Mark />
          <span>
            <strong>{t.site}</strong>
            <small>{t.city}</small>
          </span>
        </a>
        <LanguageSwitch />
      </header>
      <main>{staff === null ? <SignInForm onSignedIn={setStaff} /> : <Waiting />}</main>
    </>
  )
}

function Waiting() {
  const { t } = useSpeech()
  return (
    <div class="sign-in">
      <h1>{t.desk}</h1>
      <p role="status">{t.loading}</p>
    </div>
  )
}

function Desk({ staff, onSignedOut }: { staff: Staff; onSignedOut: () => void }) {
  const { t } = useSpeech()
  const branches = useBranches()
  const [chosen, setChosen] = useState(1)
  const branch = staff.branchId ?? chosen
  const counter = useCounter(branches, branch)
  const imports = IMPORTERS.has(staff.role)
  const [screen, setScreen] = useState<Screen>(staff.role === 'cataloguer' ? 'import' : 'desk')
  return (
    <>
      <StaffBar
        staff={staff}
        branches={branches}
        branch={branch}
        onBranch={setChosen}
        screens={imports ? ['desk', 'import'] : []}
        screen={screen}
        onScreen={setScreen}
        busy={counter.queue.waiting > 0}
        onSignedOut={onSignedOut}
      />
      <main>
        {counter.queue.paused && <SignInForm lead={t.signInAgain} onSignedIn={counter.resume} />}
        {!counter.queue.paused && (screen === 'import' ? <ImportScreen /> : <CounterScreen counter={counter} />)}
      </main>
    </>
  )
}
