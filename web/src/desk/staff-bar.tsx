import { useState } from 'preact/hooks'
import { signOut } from '../api.ts'
import type { Branch, Staff } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { branchName, roleWord } from '../i18n/words.ts'
import { BranchOptions } from '../ui/branch-options.tsx'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { Mark } from '../ui/mark.tsx'
import { ScreenTabs } from '../ui/screen-tabs.tsx'
import type { Screen } from './screens.ts'
import { soundIsOn, turnSound } from './sound.ts'
import { useScreenNames } from './use-screen-names.ts'

/** A key opens a screen from wherever the hands are; F2, F3 and F4 lead back to the desk. */
export const SCREEN_KEYS: Partial<Record<Screen, string>> = { readers: 'F6', holds: 'F8', lists: 'F9', transfers: 'F10', copies: 'F7' }

interface Props {
  staff: Staff
  branches: Branch[]
  branch: number
  onBranch: (id: number) => void
  screens: Screen[]
  screen: Screen
  onScreen: (screen: Screen) => void
  busy: boolean
  onSignedOut: () => void
}

/** Who works and where: always in sight. */
export function StaffBar({ staff, branches, branch, onBranch, screens, screen, onScreen, busy, onSignedOut }: Props) {
  const { t, language } = useSpeech()
  const names = useScreenNames()
  const here = branches.find((each) => each.id === branch)
  const leave = async () => {
    const answer = await signOut()
    if (answer.ok || answer.refused === 'sign-in-required') onSignedOut()
  }
  return (
    <header class="top staff-bar">
      <a class="brand" href="/" aria-label={t.catalogue}>
        <Mark />
      </a>
      <p class="who" data-staff={staff.id}>
        <strong>{staff.name}</strong>
        <small>{roleWord(t, staff.role)}</small>
      </p>
      {staff.branchId === null ? (
        <label class="where">
          <span class="unseen">{t.workBranch}</span>
          <select name="work-branch" value={String(branch)} onChange={(event) => onBranch(Number(event.currentTarget.value))}>
            <BranchOptions branches={branches} />
          </select>
        </label>
      ) : (
        <p class="where">{here ? branchName(here, language) : `№ ${branch}`}</p>
      )}
      <a href="/office">{t.office}</a>
      <a href="/statistics/now">{t.statistics}</a>
      <SoundSwitch />
      <LanguageSwitch />
      <button type="button" data-sign-out disabled={busy} onClick={leave}>
        {t.signOut}
      </button>
      {screens.length > 0 && (
        <ScreenTabs label={t.desk} screens={screens} names={names} keys={SCREEN_KEYS} current={screen} onScreen={onScreen} />
      )}
    </header>
  )
}

function SoundSwitch() {
  const { t } = useSpeech()
  const [on, setOn] = useState(soundIsOn)
  const turn = (next: boolean) => {
    turnSound(next)
    setOn(next)
  }
  return (
    <label class="tick">
      <input type="checkbox" name="sound" checked={on} onChange={(event) => turn(event.currentTarget.checked)} />
      <span>{t.sound}</span>
    </label>
  )
}
