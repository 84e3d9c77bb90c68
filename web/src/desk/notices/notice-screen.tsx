import { useLayoutEffect, useState } from 'preact/hooks'
import type { Letter } from '../../../../worker/domain/notices/letters.ts'
import type { NoticeKind } from '../../../../worker/domain/notices/notice.ts'
import type { Answer, Branch } from '../../api-shapes.ts'
import { useSpeech } from '../../i18n/language.tsx'
import { dayText, momentText } from '../../i18n/words.ts'
import type { RefusalSlug } from '../../refusal-slug.ts'
import { useLastAsked } from '../../ui/use-last-asked.ts'
import { useLatest } from '../../ui/use-latest.ts'
import { useOneDeed } from '../../ui/use-one-deed.ts'
import { type Column, ListTable } from '../list-table.tsx'
import { nameOf } from '../open-holds.tsx'
import { LetterPages } from '../overdue/letter-pages.tsx'
import { RefusedNotice } from '../refused-notice.tsx'
import { Sheet } from '../sheet.tsx'
import { type ListedNotice, lettersPrinted, lettersToPrint, listNotices, sendAgain } from './notice-api.ts'
import { en } from './words/en.ts'
import { kk, type NoticeWords } from './words/kk.ts'
import { ru } from './words/ru.ts'

const KINDS: NoticeKind[] = ['due-soon', 'overdue', 'hold-waiting']
const PAGE = 100

/** What readers were told and what became of it; letters that wait for paper are printed here. */
export function NoticeScreen({ branches, branch }: { branches: Branch[]; branch: number }) {
  const { language } = useSpeech()
  const words: NoticeWords = { kk, ru, en }[language]
  const [letters, setLetters] = useState<Letter[]>([])
  const [notices, setNotices] = useState<ListedNotice[]>([])
  const [more, setMore] = useState(false)
  const [kind, setKind] = useState<NoticeKind>()
  const [told, setTold] = useState<(its: NoticeWords) => string>()
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])
  const lastAsked = useLastAsked()
  const lastLetters = useLastAsked()
  const here = useLatest({ branch, kind })
  const load = async (before?: number) => {
    const answer = await lastAsked.ask(listNotices(here.current.branch, here.current.kind, before))
    if (!answer) return
    setRefusals(answer.ok ? [] : answer.refusals)
    if (!answer.ok) return
    setNotices((shown) => [...(before ? shown : []), ...answer.value.notices])
    setMore(answer.value.notices.length === PAGE)
  }
  const loadLetters = async () => {
    const answer = await lastLetters.ask(lettersToPrint(here.current.branch))
    if (answer?.ok) setLetters(answer.value.letters)
  }
  useLayoutEffect(() => {
    setNotices([])
    setMore(false)
    void load()
  }, [branch, kind])
  useLayoutEffect(() => {
    setLetters([])
    void loadLetters()
  }, [branch])
  const once = useOneDeed()
  /** Tells what came of a deed, and what the lists say after it. */
  const then = async <Value,>(answer: Answer<Value>, said: (its: NoticeWords, value: Value) => string) => {
    setRefusals(answer.ok ? [] : answer.refusals)
    if (!answer.ok) return answer
    setTold(() => (its: NoticeWords) => said(its, answer.value))
    await Promise.all([loadLetters(), load()])
    return answer
  }
  const markPrinted = () => {
    const ids = letters.flatMap((letter) => letter.notices)
    const mark = async (key: string) => then(await lettersPrinted(branch, ids, key), (its, { printed }) => its.markedPrinted(printed))
    return once(mark, `printed ${ids.join()}`)
  }
  const again = (id: number) =>
    once(
      async (key) =>
        then(await sendAgain(branch, id, key), (its, { notice }) => (notice.channel === 'email' ? its.willBeSent : its.willBePrinted)),
      id,
    )
  const columns: Column<ListedNotice>[] = [
    { name: words.kind, cell: (notice) => words.kinds[notice.kind] },
    { name: words.reader, cell: ({ reader }) => `${reader.name} · ${reader.card}` },
    { name: words.day, cell: ({ day }) => dayText(day) },
    { name: words.made, cell: ({ madeAt }) => momentText(madeAt, new Date()) },
    { name: words.channel, cell: ({ channel }) => words.channels[channel] },
    {
      name: words.state,
      cell: (notice) => (
        <>
          {stateOf(notice, words)}{' '}
          {(notice.settledAs === 'sent' || notice.settledAs === 'printed') && (
            <button type="button" class="no-print" data-again={notice.id} onClick={() => again(notice.id)}>
              {words.again}
            </button>
          )}
        </>
      ),
    },
  ]
  const place = nameOf(branches, branch, language)
  return (
    <div class="desk-screen">
      <h1>{words.notices}</h1>
      <RefusedNotice refusals={refusals} />
      <div role="status">{told && <p class="notice done">{told(words)}</p>}</div>
      <section aria-labelledby="to-print" data-to-print={letters.length}>
        <h2 id="to-print">
          {words.toPrint} <span class="number">{letters.length}</span>
        </h2>
        <p class="quiet">{letters.length > 0 ? words.toPrintHelp : words.nothingToPrint}</p>
        {letters.length > 0 && (
          <button type="button" data-mark-printed onClick={markPrinted}>
            {words.printed}
          </button>
        )}
      </section>
      {letters.length > 0 && <LetterPages letters={letters} heading={words.letters} />}
      <label class="narrow">
        <span>{words.kind}</span>
        <select
          name="notice-kind"
          value={kind ?? ''}
          onChange={(event) => setKind(KINDS.find((each) => each === event.currentTarget.value))}
        >
          <option value="">{words.every}</option>
          {KINDS.map((each) => (
            <option key={each} value={each}>
              {words.kinds[each]}
            </option>
          ))}
        </select>
      </label>
      <Sheet id="outbox" heading={words.outbox} count={notices.length} place={place}>
        {notices.length === 0 && <p class="quiet">{words.empty}</p>}
        {notices.length > 0 && <ListTable columns={columns} rows={notices} keyOf={({ id }) => id} labelledBy="outbox" />}
        {more && (
          <button type="button" class="no-print" data-more onClick={() => load(notices.at(-1)?.id)}>
            {words.more}
          </button>
        )}
      </Sheet>
    </div>
  )
}

function stateOf({ settledAs, settledAt, attempts, failure }: ListedNotice, words: NoticeWords): string {
  const tried = attempts > 1 || failure ? ` · ${words.attempts(attempts)}${failure ? ` (${failure})` : ''}` : ''
  if (!settledAs) return `${words.waits}${tried}`
  return `${words.settled[settledAs]}${settledAt ? `, ${momentText(settledAt, new Date())}` : ''}${tried}`
}
