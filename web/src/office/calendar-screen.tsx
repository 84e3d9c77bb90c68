import { useEffect, useState } from 'preact/hooks'
import { addDays, dayOf } from '../../../worker/domain/calendar.ts'
import { mayDo } from '../../../worker/domain/staff/permissions.ts'
import type { Answer, Refused, Staff } from '../api-shapes.ts'
import { RefusedNotice } from '../desk/refused-notice.tsx'
import { useSpeech } from '../i18n/language.tsx'
import { BranchOptions } from '../ui/branch-options.tsx'
import { useBranches } from '../ui/use-branches.ts'
import { useLastAsked } from '../ui/use-last-asked.ts'
import { useLatest } from '../ui/use-latest.ts'
import { HolidayList } from './holiday-list.tsx'
import { type BranchCalendar, changeWeek, findCalendar } from './office-api.ts'
import { RerouteHolds } from './reroute-holds.tsx'
import { SpecialDays } from './special-days.tsx'
import { useOfficeWords } from './use-office-words.ts'
import { WeekForm } from './week-form.tsx'

const AHEAD_DAYS = 365

/** When a branch is open, for the year ahead. */
export function CalendarScreen({ staff }: { staff: Staff }) {
  const { t } = useSpeech()
  const words = useOfficeWords()
  const branches = useBranches()
  const [branch, setBranch] = useState(staff.branchId ?? 1)
  const [calendar, setCalendar] = useState<BranchCalendar>()
  const [read, setRead] = useState(0)
  const [saved, setSaved] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  const lastAsked = useLastAsked()
  const chosen = useLatest(branch)
  const ofSystem = staff.branchId === null
  // A branch that was chosen is not shown before its calendar has come.
  const mayEdit = mayDo(staff.role, 'edit-calendar') && (ofSystem || staff.branchId === branch) && calendar?.branch === branch

  const load = async (id: number) => {
    const today = dayOf(new Date())
    const answer = await lastAsked.ask(findCalendar(id, today, addDays(today, AHEAD_DAYS)))
    if (!answer) return
    if (!answer.ok) return setRefused(answer)
    setCalendar(answer.value)
    setRead((times) => times + 1)
  }
  useEffect(() => void load(branch), [branch])

  const perform = async (deed: () => Promise<Answer<object>>) => {
    const answer = await deed()
    setRefused(answer.ok ? undefined : answer)
    setSaved(answer.ok)
    if (answer.ok) await load(chosen.current)
    return answer
  }
  const slug = refused?.refusals[0]
  if (!calendar) return refused ? <RefusedNotice refusals={refused.refusals} /> : <p role="status">{t.loading}</p>
  return (
    <section class="office" data-calendar={calendar.branch}>
      <h1>{words.calendar}</h1>
      <label class="version">
        <span>{words.branch}</span>
        <select value={String(branch)} onChange={(event) => setBranch(Number(event.currentTarget.value))}>
          <BranchOptions branches={branches} />
        </select>
      </label>
      <div role="alert">
        {refused && slug && (
          <p class="notice stop" data-refused={slug}>
            <strong>{t.refusals[slug]}.</strong> {t.nextSteps[slug]}{' '}
            {refused.counts && words.concerned(refused.counts.loans ?? 0, refused.counts.holds ?? 0)}
          </p>
        )}
      </div>
      <p role="status">{saved ? words.saved : ''}</p>
      <WeekForm
        key={`${calendar.branch} ${read}`}
        week={calendar.week}
        cleaning={calendar.cleaning}
        disabled={!mayEdit}
        onSave={(week, cleaning) => void perform(() => changeWeek(calendar.branch, week, cleaning))}
      />
      <SpecialDays key={calendar.branch} calendar={calendar} ofSystem={ofSystem} disabled={!mayEdit} onChange={perform} />
      {mayEdit && <RerouteHolds key={`reroute ${calendar.branch}`} branches={branches} branch={calendar.branch} onChange={perform} />}
      <HolidayList holidays={calendar.holidays} disabled={!mayEdit || !ofSystem} onChange={perform} />
    </section>
  )
}
