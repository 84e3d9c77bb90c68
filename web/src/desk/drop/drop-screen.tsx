import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { dayOf } from '../../../../worker/domain/calendar.ts'
import type { Branch } from '../../api-shapes.ts'
import { useSpeech } from '../../i18n/language.tsx'
import { DeedLine } from '../deed-line.tsx'
import { SlipPaper } from '../slip-paper.tsx'
import { useDrop } from './use-drop.ts'
import { en } from './words/en.ts'
import { type DropWords, kk } from './words/kk.ts'
import { ru } from './words/ru.ts'

/** The book drop emptied in the morning, with the day the books were put in (R41); and what was read here without a loan (R40). */
export function DropScreen({ branches, branch }: { branches: Branch[]; branch: number }) {
  const { language } = useSpeech()
  const words: DropWords = { kk, ru, en }[language]
  const field = useRef<HTMLInputElement>(null)
  const today = dayOf(new Date())
  const [day, setDay] = useState(today)
  const [readHere, setReadHere] = useState(false)
  const { deeds, waiting, noLine, add } = useDrop(branches)
  useLayoutEffect(() => field.current?.focus(), [])
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const copy = field.current?.value.replace(/\s/g, '') ?? ''
    if (field.current) field.current.value = ''
    if (copy) add({ copy, branch, ...(readHere ? { usedOnSite: true } : day < today ? { returnedOn: day } : {}) })
    field.current?.focus()
  }
  const [last, ...earlier] = deeds
  return (
    <div class="desk-screen">
      <form class="desk-form" onSubmit={submit}>
        <h1>{words.heading}</h1>
        <label>
          <span>{words.scan}</span>
          <input
            name="drop-scan"
            data-scan="copy"
            ref={field}
            autocomplete="off"
            spellcheck={false}
            maxLength={64}
            aria-describedby="drop-help"
          />
        </label>
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
      <p role="status" data-drop-waiting={waiting}>
        {waiting > 0 && words.waiting(waiting)} {noLine && words.noLine}
      </p>
      <div class="last" aria-live="assertive" aria-atomic="true">
        {last && <DeedLine key={last.id} deed={last} big />}
      </div>
      {last?.slip && <SlipPaper slip={last.slip} branches={branches} />}
      {earlier.length > 0 && (
        <ol class="earlier">
          {earlier.map((deed) => (
            <li key={deed.id}>
              <DeedLine deed={deed} />
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
