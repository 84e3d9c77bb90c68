import { useEffect, useState } from 'preact/hooks'
import type { Staff } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { noteInput } from '../sign-in/idle.ts'
import { LockScreen } from '../sign-in/lock-screen.tsx'
import { SignInAgain } from '../sign-in/sign-in-again.tsx'
import { SignInForm } from '../sign-in/sign-in-form.tsx'
import { useIdleLock } from '../sign-in/use-idle-lock.ts'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { Mark } from '../ui/mark.tsx'
import { KeptLine } from './kept-line.tsx'
import { forgetDesk, rememberStaff, useKeptBranches, whoWorksHere } from './offline/who-works-here.ts'
import { giveToScreen, Shown, whenThere } from './scanner/scan-takers.ts'
import { useScanner } from './scanner/use-scanner.ts'
import { ScreenView } from './screen-view.tsx'
import { screensOf } from './screens.ts'
import { sound } from './sound.ts'
import { StaffBar } from './staff-bar.tsx'
import { useCounter } from './use-counter.ts'
import { useDeskScreens } from './use-desk-screens.ts'
import { useScreenKeys } from './use-screen-keys.ts'

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
  const { screen, kept, shown, goTo } = useDeskScreens(screens[0] ?? 'desk')
  const lock = useIdleLock(counter.queue.noLine)
  /** The how manieth time the desk was opened by nobody known: what others wrote is not shown then. */
  const [opening, setOpening] = useState(0)
  const away = counter.queue.paused || lock.locked
  useScreenKeys(!away, screens, goTo, counter.setMode)
  useScanner(screen !== 'desk' && !away, (code) => {
    const open = shown()
    whenThere(() => {
      // It was for a screen that was left before it was there, or did not come.
      if (open !== shown() || open?.querySelector('[data-not-there]')) return sound('stop')
      if (open && giveToScreen(open, code)) return
      goTo('desk')
      counter.scanned(code)
    })
  })
  const again = (next: Staff) => {
    onSignedIn(next)
    lock.open()
    // A colleague's desk is another: what waits goes on there.
    if (next.id === staff.id) counter.resume()
  }
  const goOnWithoutLine = () => {
    counter.closeReader()
    setOpening(opening + 1)
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
        onScreen={goTo}
        busy={counter.queue.waiting > 0}
        onSignedOut={onSignedOut}
      />
      <main>
        {lock.locked && (
          <LockScreen
            staff={staff}
            waiting={counter.queue.waiting}
            onSignedIn={again}
            withoutLine={counter.queue.noLine ? goOnWithoutLine : undefined}
          />
        )}
        {counter.queue.paused && !lock.locked && <SignInAgain staff={staff} lead={t.signInAgain} onSignedIn={again} />}
        {!away && kept.length > 0 && <KeptLine screens={kept} onBack={goTo} />}
        {[screen, ...kept]
          // What was half written stays; the counter listens to every key, and keeps what it shows elsewhere.
          .filter((each) => !away || each !== 'desk')
          .map((each) => (
            <div key={`${each} ${opening}`} hidden={away || each !== screen} data-shown={each === screen && !away ? each : undefined}>
              <Shown.Provider value={each === screen && !away}>
                <ScreenView
                  screen={each}
                  {...{ staff, branches, branch, counter }}
                  onLend={(card) => {
                    counter.serve(card)
                    goTo('desk')
                  }}
                />
              </Shown.Provider>
            </div>
          ))}
      </main>
    </>
  )
}
