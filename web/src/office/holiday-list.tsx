import type { NamedHoliday } from '../../../worker/domain/national-holidays.ts'
import { useSpeech } from '../i18n/language.tsx'
import { dayText } from '../i18n/words.ts'
import { putHoliday, removeHoliday } from './office-api.ts'
import { useOfficeWords } from './use-office-words.ts'

interface Props {
  holidays: NamedHoliday[]
  disabled: boolean
  onChange: (deed: () => ReturnType<typeof putHoliday>) => ReturnType<typeof putHoliday>
}

const LANGUAGES = ['kk', 'ru', 'en'] as const

/** The holidays of the year ahead, as the library keeps them. */
export function HolidayList({ holidays, disabled, onChange }: Props) {
  const { language } = useSpeech()
  const words = useOfficeWords()
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const form = event.currentTarget
    const fields = new FormData(form)
    const entered = (name: string) => String(fields.get(name) ?? '')
    const holiday = {
      day: entered('day'),
      shifts: fields.has('shifts'),
      nameKk: entered('kk'),
      nameRu: entered('ru'),
      nameEn: entered('en'),
    }
    const answer = await onChange(() => putHoliday(holiday))
    if (answer.ok) form.reset()
  }
  return (
    <section>
      <h2>{words.holidays}</h2>
      <ul class="days">
        {holidays.map(({ day, nameKk, nameRu, nameEn }) => (
          <li key={day} data-holiday={day}>
            <span>
              {dayText(day)} · {{ kk: nameKk, ru: nameRu, en: nameEn }[language]}
            </span>
            {!disabled && (
              <button type="button" onClick={() => onChange(() => removeHoliday(day))}>
                {words.remove}
              </button>
            )}
          </li>
        ))}
      </ul>
      {!disabled && (
        <form class="add-days" onSubmit={submit}>
          <label>
            <span>{words.day}</span>
            <input type="date" name="day" required />
          </label>
          {LANGUAGES.map((each) => (
            <label key={each}>
              <span>{words.holidayName[each]}</span>
              <input name={each} required maxLength={100} />
            </label>
          ))}
          <label class="tick">
            <input type="checkbox" name="shifts" defaultChecked />
            <span>{words.shifts}</span>
          </label>
          <button type="submit">{words.add}</button>
        </form>
      )}
    </section>
  )
}
