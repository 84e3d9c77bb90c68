import '../../styles/desk-group.css'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useSpeech } from '../../i18n/language.tsx'
import type { RefusalSlug } from '../../refusal-slug.ts'
import { CodeField } from '../code-field.tsx'
import { type Column, ListTable } from '../list-table.tsx'
import { RefusedNotice } from '../refused-notice.tsx'
import { readScan } from '../scan.ts'
import { sound } from '../sound.ts'
import { type GroupLine, isRefused, type LineOutcome, lendToGroup, MOST_LINES } from './group-api.ts'
import { LineResult } from './line-result.tsx'
import { en } from './words/en.ts'
import { type GroupWords, kk } from './words/kk.ts'
import { ru } from './words/ru.ts'

/** A school class in one list: card, books, card, books; then all are lent, each line with its own answer. */
export function GroupScreen({ branch, role }: { branch: number; role: string }) {
  const { language } = useSpeech()
  const words: GroupWords = { kk, ru, en }[language]
  const field = useRef<HTMLInputElement>(null)
  const [card, setCard] = useState<string>()
  const [onSite, setOnSite] = useState(false)
  const [lines, setLines] = useState<GroupLine[]>([])
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, LineOutcome>>(new Map())
  const [told, setTold] = useState<'readerFirst' | 'twice'>()
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])
  /** How many requests are under way. */
  const [sending, setSending] = useState(0)
  useLayoutEffect(() => field.current?.focus(), [])

  const add = (event: SubmitEvent) => {
    event.preventDefault()
    const input = field.current
    const typed = input?.value.trim() ?? ''
    if (!input || !typed) return
    input.value = ''
    input.focus()
    const scan = readScan(typed, 'lend', card, branch)
    setTold(scan ? undefined : 'readerFirst')
    if (!scan) return sound('stop')
    if (scan.kind === 'reader') return setCard(scan.code)
    if (lines.some(({ copy }) => copy === scan.code)) return setTold('twice')
    setLines((now) => [...now, { key: scan.key, reader: card ?? '', copy: scan.code }])
  }
  const lend = async (wanted: GroupLine[]) => {
    setSending((count) => count + 1)
    const answers: LineOutcome[] = []
    for (let from = 0; from < wanted.length; from += MOST_LINES) {
      const part = wanted.slice(from, from + MOST_LINES)
      const answer = await lendToGroup(part, branch, onSite)
      setRefusals(answer.ok ? [] : answer.refusals)
      if (!answer.ok) break
      const told = answer.value.map((outcome, index): [string, LineOutcome] => [part[index]?.key ?? '', outcome])
      setOutcomes((known) => new Map([...known, ...told]))
      answers.push(...answer.value)
    }
    setSending((count) => count - 1)
    if (answers.length < wanted.length) return
    sound(answers.some(isRefused) ? 'look' : 'yes')
    field.current?.focus()
  }
  const confirm = async (line: GroupLine, slugs: RefusalSlug[]) => {
    const again = { ...line, key: crypto.randomUUID(), confirm: [...(line.confirm ?? []), ...slugs] }
    setLines((now) => now.map((each) => (each.key === line.key ? again : each)))
    await lend([again])
  }
  const open = lines.filter(({ key }) => !outcomes.has(key))
  const answered = lines.flatMap(({ key }) => outcomes.get(key) ?? [])
  const refused = answered.filter(isRefused).length
  const unsettled = open.length > 0 || refused > 0 ? true : undefined
  const columns: Column<GroupLine>[] = [
    { name: words.reader, cell: ({ reader }) => reader },
    { name: words.copy, cell: ({ copy }) => copy },
    {
      name: words.outcome,
      cell: (line) => (
        <LineResult
          line={line}
          outcome={outcomes.get(line.key)}
          words={words}
          role={role}
          isSending={sending > 0}
          onRemove={() => setLines((now) => now.filter(({ key }) => key !== line.key))}
          onConfirm={(slugs) => confirm(line, slugs)}
        />
      ),
    },
  ]
  return (
    <div class="desk-screen">
      <form class="desk-form" onSubmit={add}>
        <h1>{words.group}</h1>
        <CodeField label={words.scan} name="group-scan" scan="any" field={field} help="group-card" />
        <label class="tick">
          <input type="checkbox" name="on-site" checked={onSite} onChange={(event) => setOnSite(event.currentTarget.checked)} />
          <span>{words.onSite}</span>
        </label>
        <button type="submit">{words.add}</button>
      </form>
      <p class="quiet" id="group-card" role="status" data-group-card={card}>
        {told ? words[told] : card ? words.forReader(card) : words.lead}
      </p>
      <RefusedNotice refusals={refusals} />
      {lines.length > 0 && (
        <section class="sheet" aria-label={words.group} data-group-lines={lines.length} data-work={unsettled}>
          <div class="actions no-print">
            <button type="button" class="primary" data-lend-all disabled={open.length === 0 || sending > 0} onClick={() => lend(open)}>
              {words.lendAll} <span class="count">{open.length}</span>
            </button>
            {open.length === 0 && (
              <button
                type="button"
                data-new-list
                onClick={() => {
                  setLines([])
                  setOutcomes(new Map())
                  setCard(undefined)
                  field.current?.focus()
                }}
              >
                {words.again}
              </button>
            )}
          </div>
          {answered.length > 0 && (
            <p role="status" data-group-sum={`${answered.length - refused} ${refused}`}>
              {words.sum(answered.length - refused, refused)}
            </p>
          )}
          <ListTable columns={columns} rows={lines} keyOf={({ copy }) => copy} labelledBy="group-card" />
        </section>
      )}
    </div>
  )
}
