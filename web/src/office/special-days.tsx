import { useState } from 'preact/hooks'
import { dayText } from '../i18n/words.ts'
import { resetAsSent } from '../ui/reset-as-sent.ts'
import { useOneDeed } from '../ui/use-one-deed.ts'
import { addSpecialDays, type BranchCalendar, type NewSpecialDays, removeSpecialDays } from './office-api.ts'
import { useOfficeWords } from './use-office-words.ts'

interface Props {
  calendar: BranchCalendar
  /** May change what concerns all branches. */
  ofSystem: boolean
  disabled: boolean
  /** Does it, shows what stands against it, and loads the calendar anew. */
  onChange: (deed: () => ReturnType<typeof addSpecialDays>) => ReturnType<typeof addSpecialDays>
}

/** Days that differ from the week: closed, or open at other hours. A closing that moves due days is asked about first (R70). */
export function SpecialDays({ calendar, ofSystem, disabled, onChange }: Props) {
  const words = useOfficeWords()
  const [waiting, setWaiting] = useState<NewSpecialDays>()
  const once = useOneDeed()
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const reset = resetAsSent(event.currentTarget)
    const fields = new FormData(event.currentTarget)
    const entered = (name: string) => String(fields.get(name) ?? '')
    const [opens, closes] = [entered('opens'), entered('closes')]
    const days: NewSpecialDays = {
      branchId: entered('where') === 'all' ? null : calendar.branch,
      from: entered('from'),
      to: entered('to') || entered('from'),
      hours: opens && closes ? [{ opens, closes }] : [],
      reason: entered('reason'),
    }
    const answer = await once((key) => onChange(() => addSpecialDays(days, key)))
    if (!answer) return
    setWaiting(answer.ok ? undefined : days)
    if (answer.ok) reset()
  }
  const confirm = async (days: NewSpecialDays) => {
    const answer = await once((key) => onChange(() => addSpecialDays({ ...days, confirm: ['loans-are-due-then'] }, key)), 'confirmed')
    if (answer?.ok) setWaiting(undefined)
  }
  return (
    <section>
      <h2>{words.exceptions}</h2>
      {calendar.exceptions.length === 0 && <p class="quiet">{words.noExceptions}</p>}
      <ul class="days">
        {calendar.exceptions.map(({ id, branchId, from, to, hours, reason }) => (
          <li key={id} data-exception={id}>
            <span>
              {dayText(from)}
              {to === from ? '' : ` – ${dayText(to)}`} ·{' '}
              {hours.length === 0 ? words.closed : hours.map(({ opens, closes }) => `${opens}–${closes}`).join(', ')}
              {branchId === null ? ` · ${words.allBranches}` : ''}
              {reason ? ` · ${reason}` : ''}
            </span>
            {!disabled && (branchId !== null || ofSystem) && (
              <button type="button" onClick={() => onChange(() => removeSpecialDays(id))}>
                {words.remove}
              </button>
            )}
          </li>
        ))}
      </ul>
      {!disabled && (
        <form class="add-days" onSubmit={submit}>
          <label>
            <span>{words.from}</span>
            <input type="date" name="from" required />
          </label>
          <label>
            <span>{words.to}</span>
            <input type="date" name="to" />
          </label>
          <label>
            <span>{words.opens}</span>
            <input type="time" name="opens" />
          </label>
          <label>
            <span>{words.closes}</span>
            <input type="time" name="closes" />
          </label>
          <label>
            <span>{words.branch}</span>
            <select name="where">
              <option value="here">{words.thisBranch}</option>
              {ofSystem && <option value="all">{words.allBranches}</option>}
            </select>
          </label>
          <label>
            <span>{words.reason}</span>
            <input name="reason" maxLength={200} />
          </label>
          <button type="submit" data-add-days>
            {words.add}
          </button>
          {waiting && (
            <button type="button" class="primary" data-confirm onClick={() => confirm(waiting)}>
              {words.confirm}
            </button>
          )}
          <p class="quiet">{words.closedThen}</p>
        </form>
      )}
    </section>
  )
}
