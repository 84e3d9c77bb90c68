import type { Skip } from '../../../worker/domain/circulation/holds/next-hold.ts'
import type { Branch } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { BatchBar, BatchDeed } from './batch/batch-bar.tsx'
import { BatchTable } from './batch/batch-table.tsx'
import { TakenBooks } from './batch/taken-books.tsx'
import { useBatch } from './batch/use-batch.ts'
import { useBatchWords } from './batch/use-batch-words.ts'
import { useTakenBooks } from './batch/use-taken-books.ts'
import type { Pull } from './list-api.ts'
import type { Column } from './list-table.tsx'
import { markCopy } from './marks/mark-api.ts'
import { nameOf } from './open-holds.tsx'
import { useScanTaker } from './scanner/scan-takers.ts'
import { Sheet } from './sheet.tsx'
import { useDeskWords } from './use-desk-words.ts'

interface Props {
  pulls: Pull[]
  skips: Skip[]
  branches: Branch[]
  branch: number
  onChanged: () => Promise<void>
}

const barcodeOf = ({ copy }: Pull) => copy.barcode

/** What is to be fetched from the shelves of this branch: each book found goes to its reader, and what is not there is marked. */
export function PullSheet({ pulls, skips, branches, branch, onChanged }: Props) {
  const { language } = useSpeech()
  const words = useDeskWords()
  const deeds = useBatchWords()
  const batch = useBatch(pulls, barcodeOf)
  const { taken, take, forgetTaken } = useTakenBooks(batch, barcodeOf, { branch, onChanged })
  useScanTaker((code) => {
    const scanned = pulls.filter(({ copy }) => copy.barcode === code)
    if (scanned.length > 0) void take('found', scanned, true)
    return scanned.length > 0
  })
  const notThere = async (rows: readonly Pull[]) => {
    forgetTaken()
    await batch.run('missing', rows, ({ copy }, key) => markCopy({ barcode: copy.barcode, kind: 'missing', branch, note: '' }, key))
    await onChanged()
  }
  const columns: Column<Pull>[] = [
    { name: words.shelfmark, cell: ({ copy }) => <b>{copy.shelfmark ?? '—'}</b> },
    { name: words.title, cell: ({ title }) => title },
    { name: words.barcode, cell: barcodeOf },
    { name: words.location, cell: ({ copy }) => copy.location ?? '—' },
    { name: words.forReader, cell: ({ hold }) => hold.reader.card },
    { name: words.pickup, cell: ({ hold }) => nameOf(branches, hold.pickupBranchId, language) },
  ]
  return (
    <>
      <Sheet id="pull-list" heading={words.pullList} count={pulls.length} place={nameOf(branches, branch, language)}>
        <p class="quiet no-print">{pulls.length > 0 ? words.pullHelp : words.nothingToPull}</p>
        <BatchBar batch={batch}>
          <BatchDeed name="found" rows={batch.chosen} batch={batch} onDo={(rows) => take('found', rows)} primary>
            {deeds.found}
          </BatchDeed>
          <BatchDeed name="missing" rows={batch.chosen} batch={batch} onDo={notThere} help="missing-help">
            {deeds.notOnShelf}
          </BatchDeed>
        </BatchBar>
        {pulls.length > 0 && (
          <p class="quiet no-print" id="missing-help">
            {deeds.markedMissing}
          </p>
        )}
        <BatchTable batch={batch} columns={columns} keyOf={barcodeOf} labelledBy="pull-list" nameOf={({ title }) => title} />
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
      <TakenBooks taken={taken} branches={branches} />
    </>
  )
}
