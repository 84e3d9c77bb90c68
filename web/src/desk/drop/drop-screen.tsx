import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { dayOf } from '../../../../worker/domain/calendar.ts'
import { change } from '../../api.ts'
import type { Branch, ReturnAnswer } from '../../api-shapes.ts'
import { useSpeech } from '../../i18n/language.tsx'
import { CodeField } from '../code-field.tsx'
import { returnedDeed } from '../deed.ts'
import { DeedsInTurn } from '../in-turn/deeds-in-turn.tsx'
import { useInTurn } from '../in-turn/use-in-turn.ts'
import { en } from './words/en.ts'
import { type DropWords, kk } from './words/kk.ts'
import { ru } from './words/ru.ts'

/** A book as it was scanned: what is chosen later is for later books. */
interface DropScan {
  copy: string
  branch: number
  returnedOn?: string
  usedOnSite?: true
}

/** The book drop emptied in the morning, with the day the books were put in (R41); and what was read here without a loan (R40). */
export function DropScreen({ branches, branch }: { branches: Branch[]; branch: number }) {
  const { language } = useSpeech()
  const words: DropWords = { kk, ru, en }[language]
  const field = useRef<HTMLInputElement>(null)
  const today = dayOf(new Date())
  const [day, setDay] = useState(today)
  const [readHere, setReadHere] = useState(false)
  const inTurn = useInTurn<DropScan>(async (scan, key) => {
    const answer = await change<ReturnAnswer>('POST', '/api/returns', scan, key)
    if (!answer.ok) return answer
    const { slip } = answer.value.return
    const deed = returnedDeed(key, answer.value, branches, scan.branch)
    return { ok: true, value: slip ? { ...deed, slip } : deed }
  })
  useLayoutEffect(() => field.current?.focus(), [])
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const copy = field.current?.value.replace(/\s/g, '') ?? ''
    if (field.current) field.current.value = ''
    if (copy) inTurn.add({ copy, branch, ...(readHere ? { usedOnSite: true } : day < today ? { returnedOn: day } : {}) })
    field.current?.focus()
  }
  return (
    <div class="desk-screen">
      <form class="desk-form" onSubmit={submit}>
        <h1>{words.heading}</h1>
        <CodeField label={words.scan} name="drop-scan" scan="copy" field={field} help="drop-help" />
        <label>
          <span>{words.what}</span>
          <select name="what" value={readHere ? 'here' : 'drop'} onChange={(event) => setReadHere(event.currentTarget.value === 'here')}>
            <option value="drop">{words.drop}</option>
            <option value="here">{words.readHere}</option>
          </select>
        </label>
        {!readHere && (
          <label>
            <span>{words.day}</span>
            <input
              type="date"
              name="drop-day"
              data-setting
              required
              max={today}
              value={day}
              onInput={(event) => setDay(event.currentTarget.value || today)}
            />
          </label>
        )}
        <button type="submit" class="primary">
          {words.enter}
        </button>
      </form>
      <p class="quiet" id="drop-help">
        {words.help}
      </p>
      <DeedsInTurn inTurn={inTurn} branches={branches} />
    </div>
  )
}
