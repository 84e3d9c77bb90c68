import { useState } from 'preact/hooks'
import type { Branch } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { dayText } from '../i18n/words.ts'
import { focusAtOnce } from '../ui/focus-at-once.ts'
import { BatchBar, BatchDeed } from './batch/batch-bar.tsx'
import { BatchTable } from './batch/batch-table.tsx'
import { TakenBooks } from './batch/taken-books.tsx'
import { useBatch } from './batch/use-batch.ts'
import { useBatchWords } from './batch/use-batch-words.ts'
import { useTakenBooks } from './batch/use-taken-books.ts'
import { cancelHold } from './hold-api.ts'
import type { OnHoldShelf } from './list-api.ts'
import type { Column } from './list-table.tsx'
import { nameOf } from './open-holds.tsx'
import { useScanTaker } from './scanner/scan-takers.ts'
import { Sheet } from './sheet.tsx'
import { useDeskWords } from './use-desk-words.ts'

interface Props {
  shelf: OnHoldShelf[]
  branches: Branch[]
  branch: number
  onChanged: () => Promise<void>
}

type Expected = OnHoldShelf & { hold: NonNullable<OnHoldShelf['hold']> }
const isAwaited = (row: OnHoldShelf): row is Expected => row.hold !== null
const barcodeOf = ({ barcode }: OnHoldShelf) => barcode

/** What is set aside for readers: what nobody waits for any longer goes to the next reader, home, or to its shelf. */
export function ShelfSheet({ shelf, branches, branch, onChanged }: Props) {
  const { language } = useSpeech()
  const words = useDeskWords()
  const deeds = useBatchWords()
  const batch = useBatch(shelf, barcodeOf)
  const { taken, take, forgetTaken } = useTakenBooks(batch, barcodeOf, { branch, onChanged })
  const [asked, setAsked] = useState(false)
  const unwanted = (rows: readonly OnHoldShelf[]) => rows.filter((row) => !isAwaited(row))
  const awaited = batch.chosen.filter(isAwaited)
  useScanTaker((code) => {
    const scanned = shelf.filter(({ barcode }) => barcode === code)
    if (unwanted(scanned).length > 0) void take('put-away', scanned, true)
    else batch.choose(scanned, true)
    return scanned.length > 0
  })
  const cancel = async () => {
    setAsked(false)
    forgetTaken()
    await batch.run('cancel', awaited, ({ hold }, key) => cancelHold(hold.id, key))
    await onChanged()
  }
  const columns: Column<OnHoldShelf>[] = [
    { name: words.waitsUntil, cell: ({ hold }) => (hold ? dayText(hold.shelfUntil) : <b class="look">{words.putAway}</b>) },
    { name: words.forReader, cell: ({ hold }) => (hold ? `${hold.name} · ${hold.card}` : '—') },
    { name: words.title, cell: ({ title }) => title },
    { name: words.barcode, cell: barcodeOf },
    { name: words.setAsideOn, cell: ({ since }) => dayText(since) },
  ]
  return (
    <>
      <Sheet id="hold-shelf" heading={words.holdShelf} count={shelf.length} place={nameOf(branches, branch, language)}>
        {shelf.length === 0 && <p class="quiet">{words.shelfIsEmpty}</p>}
        <BatchBar batch={batch}>
          {unwanted(batch.rows).length > 0 && (
            <button type="button" data-choose-unwanted onClick={() => batch.choose(unwanted(batch.rows), true)}>
              {deeds.chooseUnwanted}
            </button>
          )}
          <BatchDeed name="put-away" rows={unwanted(batch.chosen)} batch={batch} onDo={(rows) => take('put-away', rows)} primary>
            {deeds.putAway}
          </BatchDeed>
          {asked && awaited.length > 0 ? (
            <>
              <button type="button" class="primary" data-yes onClick={cancel} ref={focusAtOnce}>
                {words.yesCancel} <b>{awaited.length}</b>
              </button>
              <button type="button" onClick={() => setAsked(false)}>
                {words.keep}
              </button>
            </>
          ) : (
            <BatchDeed name="cancel-holds" rows={awaited} batch={batch} onDo={() => setAsked(true)}>
              {words.cancelHold}
            </BatchDeed>
          )}
        </BatchBar>
        <BatchTable batch={batch} columns={columns} keyOf={barcodeOf} labelledBy="hold-shelf" nameOf={({ title }) => title} />
      </Sheet>
      <TakenBooks taken={taken} branches={branches} />
    </>
  )
}
