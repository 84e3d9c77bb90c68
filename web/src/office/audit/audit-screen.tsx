import { useEffect, useRef, useState } from 'preact/hooks'
import { isJournalDeed } from '../../../../worker/domain/staff/journal-deeds.ts'
import type { Staff } from '../../api-shapes.ts'
import { type Column, ListTable } from '../../desk/list-table.tsx'
import { RefusedNotice } from '../../desk/refused-notice.tsx'
import { useSpeech } from '../../i18n/language.tsx'
import { branchName, momentText } from '../../i18n/words.ts'
import type { RefusalSlug } from '../../refusal-slug.ts'
import { useBranches } from '../../ui/use-branches.ts'
import { type AuditLine, listDeeds } from './audit-api.ts'
import { AuditForm } from './audit-form.tsx'
import { useAuditWords } from './use-audit-words.ts'

/** Every deed, the newest first, and what it is searched by. */
export function AuditScreen({ staff, heading }: { staff: Staff; heading: string }) {
  const { t, language } = useSpeech()
  const words = useAuditWords()
  const branches = useBranches()
  const [lines, setLines] = useState<AuditLine[]>()
  const [next, setNext] = useState<string | null>(null)
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])
  const asked = useRef(new URLSearchParams())

  const load = async (known: AuditLine[], before: string | null) => {
    const query = new URLSearchParams(asked.current)
    if (before) query.set('before', before)
    const sought = asked.current
    const answer = await listDeeds(query)
    if (sought !== asked.current) return
    setRefusals(answer.ok ? [] : answer.refusals)
    if (!answer.ok) return
    setLines([...known, ...answer.value.lines])
    setNext(answer.value.next)
  }
  useEffect(() => void load([], null), [])
  const search = (query: URLSearchParams) => {
    asked.current = query
    setLines(undefined)
    void load([], null)
  }

  const now = new Date()
  const branchOf = (id: number | null) => {
    const branch = branches.find((each) => each.id === id)
    return branch ? branchName(branch, language) : '—'
  }
  const columns: Column<AuditLine>[] = [
    { name: words.when, cell: ({ at }) => momentText(at, now) },
    { name: words.staff, cell: (line) => line.staff ?? words.nobody },
    {
      name: words.deed,
      cell: ({ deed, quantity }) => (
        <>
          <b>{isJournalDeed(deed) ? words.deeds[deed] : deed}</b>
          {quantity < 0 && ` — ${words.undone}`}
          {quantity > 1 && ` × ${quantity}`}
        </>
      ),
    },
    { name: words.subject, cell: ({ subject, barcode }) => [subject, barcode].filter(Boolean).join(' · ') || '—' },
    { name: words.branch, cell: ({ branchId }) => branchOf(branchId) },
  ]
  return (
    <div class="office audit">
      <h1 id="audit-heading">{heading}</h1>
      <p class="quiet">{words.lead}</p>
      <AuditForm staff={staff} branches={branches} onSearch={search} />
      <RefusedNotice refusals={refusals} />
      {!lines && refusals.length === 0 && <p role="status">{t.loading}</p>}
      {lines && (
        <>
          <p role="status" data-audited={lines.length}>
            {lines.length > 0 ? `${words.shown}: ${lines.length}` : next ? words.noneYet : words.none}
          </p>
          {lines.length > 0 && <ListTable columns={columns} rows={lines} keyOf={({ id }) => id} labelledBy="audit-heading" />}
          {next && (
            <button type="button" data-more onClick={() => void load(lines, next)}>
              {words.more}
            </button>
          )}
        </>
      )}
    </div>
  )
}
