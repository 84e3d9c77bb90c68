import { useEffect, useState } from 'preact/hooks'
import type { Staff } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { SignInForm } from '../sign-in/sign-in-form.tsx'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { lazy } from '../ui/lazy.tsx'
import { Mark } from '../ui/mark.tsx'
import { CounterScreen } from './counter-screen.tsx'
import { HoldScreen } from './hold-screen.tsx'
import { ImportScreen } from './import-screen.tsx'
import { ListScreen } from './list-screen.tsx'
import { LockScreen } from './lock/lock-screen.tsx'
import { noteInput, useIdleLock } from './lock/use-idle-lock.ts'
import { forgetDesk, rememberStaff, useKeptBranches, whoWorksHere } from './offline/who-works-here.ts'
import { type Screen, screensOf } from './screens.ts'
import { StaffBar } from './staff-bar.tsx'
import { TransferScreen } from './transfer-screen.tsx'
import { useCounter } from './use-counter.ts'
import { useScanner } from './use-scanner.ts'
import { useScreenKeys } from './use-screen-keys.ts'

const ReaderScreen = lazy(async () => (await import('./readers/reader-screen.tsx')).ReaderScreen)
const CopyScreen = lazy(async () => (await import('./copies/copy-screen.tsx')).CopyScreen)
const OverdueScreen = lazy(async () => (await import('./overdue/overdue-screen.tsx')).OverdueScreen)

const GroupScreen = lazy(async () => (await import('./group/group-screen.tsx')).GroupScreen)
const DropScreen = lazy(async () => (await import('./drop/drop-screen.tsx')).DropScreen)
const MarkScreen = lazy(async () => (await import('./marks/mark-screen.tsx')).MarkScreen)
const ServiceScreen = lazy(async () => (await import('./services/service-screen.tsx')).ServiceScreen)
const NoticeScreen = lazy(async () => (await import('./notices/notice-screen.tsx')).NoticeScreen)

export function DeskPage() {
  const { t } = useSpeech()
  const [staff, setStaff] = useState<Staff | null>()
  useEffect(() => {
    whoWorksHere().then(setStaff)
  }, [])
  useEffect(() => {
    document.title = `${t.desk} — ${t.site}`
  }, [t])
  const signedIn = (next: Staff) => {
    void rememberStaff(next)
    noteInput()
    setStaff(next)
  }
  const signedOut = () => {
    void forgetDesk()
    setStaff(null)
  }
  if (staff) return <Desk key={staff.id} staff={staff} onSignedIn={signedIn} onSignedOut={signedOut} />
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
      <main>{staff === null ? <SignInForm onSignedIn={signedIn} /> : <Waiting />}</main>
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

function Desk({ staff, onSignedIn, onSignedOut }: { staff: Staff; onSignedIn: (staff: Staff) => void; onSignedOut: () => void }) {
  const { t } = useSpeech()
  const branches = useKeptBranches()
  const [chosen, setChosen] = useState(1)
  const branch = staff.branchId ?? chosen
  const counter = useCounter(branches, branch, staff.id)
  const screens = screensOf(staff.role)
  const [screen, setScreen] = useState<Screen>(screens[0] ?? 'desk')
  const lock = useIdleLock(counter.queue.noLine)
  const away = counter.queue.paused || lock.locked
  useScreenKeys(screens, setScreen, counter.setMode)
  useScanner(screen !== 'desk' && !away, (code) => {
    setScreen('desk')
    counter.scanned(code)
  })
  const again = (next: Staff) => {
    onSignedIn(next)
    lock.open()
    counter.resume()
  }
  const goOnWithoutLine = () => {
    counter.closeReader()
    lock.openWithoutLine()
  }
  return (
    <>
      <StaffBar
        staff={staff}
        branches={branches}
        branch={branch}
        onBranch={setChosen}
        screens={screens.length > 1 && !away ? screens : []}
        screen={screen}
        onScreen={setScreen}
        busy={counter.queue.waiting > 0}
        onSignedOut={onSignedOut}
      />
      <main>
        {lock.locked && (
          <LockScreen
            staff={staff}
            waiting={counter.queue.waiting}
            noLine={counter.queue.noLine}
            onSignedIn={again}
            onWithoutLine={goOnWithoutLine}
          />
        )}
        {counter.queue.paused && !lock.locked && <SignInForm lead={t.signInAgain} onSignedIn={again} />}
        {!away && screen === 'desk' && <CounterScreen counter={counter} role={staff.role} branches={branches} />}
        {!away && screen === 'readers' && (
          <ReaderScreen
            branches={branches}
            branch={branch}
            role={staff.role}
            card={counter.reader?.reader.card ?? ''}
            onLend={(card) => {
              counter.serve(card)
              setScreen('desk')
            }}
          />
        )}
        {!away && screen === 'holds' && <HoldScreen branches={branches} branch={branch} card={counter.reader?.reader.card ?? ''} />}
        {!away && screen === 'lists' && <ListScreen branches={branches} branch={branch} />}
        {!away && screen === 'transfers' && <TransferScreen branches={branches} branch={branch} />}
        {!away && screen === 'group' && <GroupScreen branch={branch} role={staff.role} />}
        {!away && screen === 'drop' && <DropScreen branches={branches} branch={branch} />}
        {!away && screen === 'marks' && <MarkScreen branches={branches} branch={branch} />}
        {!away && screen === 'services' && <ServiceScreen branch={branch} />}
        {!away && screen === 'notices' && <NoticeScreen branches={branches} branch={branch} />}
        {!away && screen === 'overdue' && <OverdueScreen branches={branches} branch={branch} />}
        {!away && screen === 'copies' && <CopyScreen branches={branches} branch={branch} />}
        {!away && screen === 'import' && <ImportScreen />}
      </main>
    </>
  )
}
