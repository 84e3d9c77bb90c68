import { useEffect, useState } from 'preact/hooks'
import type { Skip } from '../../../worker/domain/circulation/holds/next-hold.ts'
import type { Branch } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { dayText } from '../i18n/words.ts'
import type { RefusalSlug } from '../refusal-slug.ts'
import { holdShelf, type OnHoldShelf, type Pull, pullList } from './list-api.ts'
import { type Column, ListTable } from './list-table.tsx'
import { nameOf } from './open-holds.tsx'
import { RefusedNotice } from './refused-notice.tsx'
import { Sheet } from './sheet.tsx'
import { useDeskWords } from './use-desk-words.ts'

const byShelf = ({ copy: a }: Pull, { copy: b }: Pull) =>
  (a.location ?? '').localeCompare(b.location ?? '') || (a.shelfmark ?? '').localeCompare(b.shelfmark ?? '')

/** What is to be fetched from the shelves of this branch, in the order of the shelves; and what is set aside for readers. */
export function ListScreen({ branches, branch }: { branches: Branch[]; branch: number }) {
  const { t, language } = useSpeech()
  const words = useDeskWords()
  const [pulls, setPulls] = useState<Pull[]>()
  const [skips, setSkips] = useState<Skip[]>([])
  const [shelf, setShelf] = useState<OnHoldShelf[]>()
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])
  const load = async () => {
    const [toPull, aside] = await Promise.all([pullList(branch), holdShelf(branch)])
    if (toPull.ok) {
      setPulls(toPull.value.pulls.sort(byShelf))
      setSkips(toPull.value.skips)
    }
    if (aside.ok) setShelf(aside.value.shelf)
    setRefusals(toPull.ok ? (aside.ok ? [] : aside.refusals) : toPull.refusals)
  }
  useEffect(() => void load(), [branch])

  const place = nameOf(branches, branch, language)
  const pullColumns: Column<Pull>[] = [
    { name: words.shelfmark, cell: ({ copy }) => <b>{copy.shelfmark ?? '—'}</b> },
    { name: words.title, cell: ({ title }) => title },
    { name: words.barcode, cell: ({ copy }) => copy.barcode },
    { name: words.location, cell: ({ copy }) => copy.location ?? '—' },
    { name: words.forReader, cell: ({ hold }) => hold.reader.card },
    { name: words.pickup, cell: ({ hold }) => nameOf(branches, hold.pickupBranchId, language) },
  ]
  const shelfColumns: Column<OnHoldShelf>[] = [
    { name: words.waitsUntil, cell: ({ hold }) => (hold ? dayText(hold.shelfUntil) : <b class="look">{words.putAway}</b>) },
    { name: words.forReader, cell: ({ hold }) => (hold ? `${hold.name} · ${hold.card}` : '—') },
    { name: words.title, cell: ({ title }) => title },
    { name: words.barcode, cell: ({ barcode }) => barcode },
    { name: words.setAsideOn, cell: ({ since }) => dayText(since) },
  ]
  return (
    <div class="desk-screen">
      <h1 class="unseen">{words.lists}</h1>
      <div class="actions">
        <button type="button" data-refresh onClick={load}>
          {words.refresh}
        </button>
      </div>
      <RefusedNotice refusals={refusals} />
      {!pulls && refusals.length === 0 && <p role="status">{t.loading}</p>}
      {pulls && (
        <Sheet id="pull-list" heading={words.pullList} count={pulls.length} place={place}>
          <p class="quiet">{pulls.length > 0 ? words.pullHelp : words.nothingToPull}</p>
          {pulls.length > 0 && <ListTable columns={pullColumns} rows={pulls} keyOf={({ copy }) => copy.barcode} labelledBy="pull-list" />}
          {skips.length > 0 && (
            <details class="no-print">
              <summary>{words.passedOver(skips.length)}</summary>
              <ul>
                {skips.map(({ holdId, barcode, position, reason }) => (
                  <li key={`${holdId} ${barcode}`}>{`${words.placeInQueue(position)} · ${barcode} · ${words.skipReasons[reason]}`}</li>
                ))}
              </ul>
            </details>
          )}
        </Sheet>
      )}
      {shelf && (
        <Sheet id="hold-shelf" heading={words.holdShelf} count={shelf.length} place={place}>
          {shelf.length === 0 && <p class="quiet">{words.shelfIsEmpty}</p>}
          {shelf.length > 0 && <ListTable columns={shelfColumns} rows={shelf} keyOf={({ barcode }) => barcode} labelledBy="hold-shelf" />}
        </Sheet>
      )}
    </div>
  )
}
