import { useState } from 'preact/hooks'
import type { CleaningRule } from '../../../worker/domain/cleaning-day.ts'
import type { Hours } from '../../../worker/domain/library-calendar.ts'
import { CLEANING_CHOICES, choiceOf, ruleOf } from './cleaning-choice.ts'
import { useOfficeWords } from './use-office-words.ts'

interface Props {
  week: Hours[][]
  cleaning: CleaningRule
  disabled: boolean
  onSave: (week: Hours[][], cleaning: CleaningRule) => void
}

const PARTS = [0, 1]

/** The hours of each weekday, with a break if there is one, and the monthly cleaning day. */
export function WeekForm({ week, cleaning, disabled, onSave }: Props) {
  const words = useOfficeWords()
  const known = choiceOf(cleaning)
  const [choice, setChoice] = useState(known.choice)
  const [weekday, setWeekday] = useState(known.weekday)
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const entered = (name: string) => String(fields.get(name) ?? '')
    const hours = words.weekdays.map((_, day) =>
      PARTS.map((part) => ({ opens: entered(`${day}-${part}-opens`), closes: entered(`${day}-${part}-closes`) })).filter(
        ({ opens, closes }) => opens && closes,
      ),
    )
    onSave(hours, ruleOf(choice, weekday))
  }
  return (
    <form class="week" onSubmit={submit}>
      <h2>{words.week}</h2>
      <table>
        <tbody>
          {words.weekdays.map((name, day) => (
            <tr key={day}>
              <th scope="row">{name}</th>
              {PARTS.map((part) => (
                <td key={part}>
                  {(['opens', 'closes'] as const).map((end) => (
                    <input
                      key={end}
                      type="time"
                      name={`${day}-${part}-${end}`}
                      aria-label={`${name}: ${part === 1 ? `${words.afterBreak}, ` : ''}${words[end]}`}
                      disabled={disabled}
                      defaultValue={week[day]?.[part]?.[end] ?? ''}
                    />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="actions">
        <label>
          <span>{words.cleaning}</span>
          <select value={choice} disabled={disabled} onChange={(event) => setChoice(choiceFrom(event.currentTarget.value))}>
            {CLEANING_CHOICES.map((each) => (
              <option key={each} value={each}>
                {words.cleanings[each]}
              </option>
            ))}
          </select>
        </label>
        {choice !== 'none' && choice !== 'last-working-day' && (
          <label>
            <span>{words.weekday}</span>
            <select value={String(weekday)} disabled={disabled} onChange={(event) => setWeekday(Number(event.currentTarget.value))}>
              {words.weekdays.map((name, index) => (
                <option key={name} value={String(index + 1)}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        {!disabled && (
          <button type="submit" class="primary" data-save-week>
            {words.save}
          </button>
        )}
      </p>
    </form>
  )
}

const choiceFrom = (value: string) => CLEANING_CHOICES.find((each) => each === value) ?? 'none'
