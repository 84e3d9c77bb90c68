import { useEffect, useState } from 'preact/hooks'
import type { Branch } from '../../api-shapes.ts'
import { useSpeech } from '../../i18n/language.tsx'
import { dayText } from '../../i18n/words.ts'
import { holdsOfReader, type OpenHold } from '../hold-api.ts'
import { OpenHolds } from '../open-holds.tsx'
import type { WholeForm } from './reader-api.ts'
import { useReaderWords } from './use-reader-words.ts'

/** What a reader has, waits for, and how often they came. */
export function ReaderHas({ form, branches }: { form: WholeForm; branches: Branch[] }) {
  const { t } = useSpeech()
  const words = useReaderWords()
  const { reader, loans, visits } = form
  const [holds, setHolds] = useState<OpenHold[]>([])
  const load = async () => {
    const answer = await holdsOfReader(reader.card)
    if (answer.ok) setHolds(answer.value.holds)
  }
  useEffect(() => void load(), [])
  return (
    <>
      <h3>
        {words.loans} <span class="number">{loans.length}</span>
      </h3>
      <ul class="plain-lines">
        {loans.map(({ id, title, barcode, dueOn, overdue }) => (
          <li key={id} class={overdue ? 'overdue' : ''}>
            <span class="line-title">{title}</span> <span class="quiet">{barcode}</span> · {overdue && <b class="look">{t.overdue} </b>}
            {dayText(dueOn)}
          </li>
        ))}
      </ul>
      <h3>
        {words.holds} <span class="number">{holds.length}</span>
      </h3>
      {holds.length > 0 && <OpenHolds holds={holds} branches={branches} onChanged={load} />}
      <p data-visits={visits.thisYear}>
        {words.visits}: <b>{visits.thisYear}</b>
        {visits.lastOn && ` · ${words.lastVisit} ${dayText(visits.lastOn)}`}
      </p>
    </>
  )
}
