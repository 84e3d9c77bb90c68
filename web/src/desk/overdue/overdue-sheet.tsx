import { useState } from 'preact/hooks'
import { dayOf, daysBetween } from '../../../../worker/domain/calendar.ts'
import type { Letter } from '../../../../worker/domain/notices/letters.ts'
import { renew } from '../../api.ts'
import type { Branch } from '../../api-shapes.ts'
import { useSpeech } from '../../i18n/language.tsx'
import { dayText } from '../../i18n/words.ts'
import { BatchBar, BatchDeed } from '../batch/batch-bar.tsx'
import { BatchTable } from '../batch/batch-table.tsx'
import { useBatch } from '../batch/use-batch.ts'
import type { Column } from '../list-table.tsx'
import { nameOf } from '../open-holds.tsx'
import { Sheet } from '../sheet.tsx'
import { LetterPages } from './letter-pages.tsx'
import { type OverdueLoan, remind } from './overdue-api.ts'
import { reminders } from './reminders.ts'
import { useOverdueWords } from './use-overdue-words.ts'

interface Props {
  loans: OverdueLoan[]
  branches: Branch[]
  branch: number
  onMore: (() => void) | undefined
}

const idOf = ({ id }: OverdueLoan) => id

/** The overdue loans of a branch, reminded of and renewed together. What was done to a row is told in it. */
export function OverdueSheet({ loans, branches, branch, onMore }: Props) {
  const { language } = useSpeech()
  const words = useOverdueWords()
  const batch = useBatch(loans, idOf)
  const [renewed, setRenewed] = useState<ReadonlyMap<number, string>>(new Map())
  const [reminded, setReminded] = useState<ReadonlyMap<number, string>>(new Map())
  const [letters, setLetters] = useState<Letter[]>([])
  const here = branches.find(({ id }) => id === branch)
  const today = dayOf(new Date())

  const renewAll = async (rows: readonly OverdueLoan[]) => {
    const done = await batch.run('renew', rows, ({ barcode }, key) => renew(barcode, key))
    setRenewed(new Map([...renewed, ...done.map(({ row, value }) => [row.id, value.loan.dueOn] as const)]))
  }
  const remindAll = async (as: 'told' | 'to-send', rows: readonly OverdueLoan[]) => {
    const done = await batch.run(as, rows, ({ id }, key) => remind({ branch, loan: id, as }, key))
    const how = ({ reminder }: (typeof done)[number]['value']) =>
      as === 'told' ? dayText(today) : reminder.channel === 'email' ? words.willBeSent : words.willBePrinted
    setReminded(new Map([...reminded, ...done.map(({ row, value }) => [row.id, how(value)] as const)]))
  }
  const columns: Column<OverdueLoan>[] = [
    { name: words.daysLate, cell: ({ dueOn }) => <b class="look">{daysBetween(dueOn, today)}</b> },
    { name: words.reader, cell: ({ reader }) => `${reader.name} · ${reader.card}` },
    { name: words.contact, cell: ({ reader }) => [reader.phone, reader.email].filter(Boolean).join(' · ') || words.noContact },
    { name: words.title, cell: ({ title, mark }) => (mark ? `${title} (${words.marks[mark] ?? mark})` : title) },
    { name: words.barcode, cell: ({ barcode }) => barcode },
    {
      name: words.dueOn,
      cell: ({ id, dueOn }) => {
        const until = renewed.get(id)
        return until ? <b data-renewed={id}>{words.renewedUntil(dayText(until))}</b> : dayText(dueOn)
      },
    },
    {
      name: words.remindedOn,
      cell: ({ id, remindedAt }) => {
        const now = reminded.get(id)
        return now ? <b data-reminded={id}>{now}</b> : remindedAt ? dayText(dayOf(new Date(remindedAt))) : '—'
      },
    },
  ]
  return (
    <>
      <Sheet id="overdue" heading={words.overdue} count={loans.length} place={nameOf(branches, branch, language)}>
        <p class="quiet no-print">{loans.length > 0 ? words.help : words.none}</p>
        <BatchBar batch={batch}>
          <BatchDeed name="letters" rows={batch.chosen} batch={batch} onDo={(rows) => setLetters(here ? reminders(rows, here) : [])}>
            {words.makeLetters}
          </BatchDeed>
          <BatchDeed name="told" rows={batch.chosen} batch={batch} onDo={(rows) => remindAll('told', rows)}>
            {words.markReminded}
          </BatchDeed>
          <BatchDeed name="to-send" rows={batch.chosen} batch={batch} onDo={(rows) => remindAll('to-send', rows)}>
            {words.sendReminders}
          </BatchDeed>
          <BatchDeed name="renew" rows={batch.chosen} batch={batch} onDo={renewAll}>
            {words.renew}
          </BatchDeed>
        </BatchBar>
        <BatchTable
          batch={batch}
          columns={columns}
          keyOf={idOf}
          labelledBy="overdue"
          nameOf={({ title, reader }) => `${title} · ${reader.name}`}
        />
        {onMore && (
          <button type="button" class="no-print" data-more onClick={onMore}>
            {words.more}
          </button>
        )}
      </Sheet>
      {letters.length > 0 && <LetterPages letters={letters} heading={words.letters} />}
    </>
  )
}
