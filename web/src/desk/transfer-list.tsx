import { useState } from 'preact/hooks'
import type { Slip } from '../../../worker/domain/circulation/slip.ts'
import type { Branch } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { momentText } from '../i18n/words.ts'
import { Icon } from '../ui/icon.tsx'
import { BatchBar, BatchDeed } from './batch/batch-bar.tsx'
import { BatchTable } from './batch/batch-table.tsx'
import { TakenBooks } from './batch/taken-books.tsx'
import { useBatch } from './batch/use-batch.ts'
import { useBatchWords } from './batch/use-batch-words.ts'
import { useTakenBooks } from './batch/use-taken-books.ts'
import { CancelForm } from './cancel-form.tsx'
import type { Column } from './list-table.tsx'
import { nameOf } from './open-holds.tsx'
import { useScanTaker } from './scanner/scan-takers.ts'
import { Sheet } from './sheet.tsx'
import { SlipPile } from './slip-paper.tsx'
import { cancelTransfer, type OpenTransfer, sendCopy, slipOf } from './transfer-api.ts'
import { useDeskWords } from './use-desk-words.ts'

interface Props {
  id: 'to-send' | 'sent' | 'expected'
  heading: string
  help?: string
  transfers: OpenTransfer[]
  branches: Branch[]
  branch: number
  onChanged: () => Promise<void>
}

const barcodeOf = ({ barcode }: OpenTransfer) => barcode

/** One of the three piles of the van: to be sent, sent, on its way here; each worked through at once or one by one. */
export function TransferList({ id, heading, help, transfers, branches, branch, onChanged }: Props) {
  const { language } = useSpeech()
  const words = useDeskWords()
  const deeds = useBatchWords()
  const batch = useBatch(transfers, barcodeOf)
  const [slips, setSlips] = useState<Slip[]>([])
  const { taken, take } = useTakenBooks(batch, barcodeOf, { branch, onChanged })
  /** Of which it is being written why they are cancelled: by their ids, and of all that are marked. */
  const [asked, setAsked] = useState<ReadonlySet<number>>(new Set())
  const [allAsked, setAllAsked] = useState(false)
  const send = async (rows: readonly OpenTransfer[], oneByOne = false) => {
    const done = await batch.run('send', rows, (each, key) => sendCopy({ copy: each.barcode, to: each.toBranchId, branch }, key))
    setSlips((shown) => [...done.map(({ value }) => slipOf(value.transfer)), ...(oneByOne ? shown : [])])
    await onChanged()
  }
  const keep = (id: number) => setAsked(new Set([...asked].filter((each) => each !== id)))
  const cancel = async (rows: readonly OpenTransfer[], reason: string) => {
    await batch.run('cancel', rows, (each, key) => cancelTransfer(each, reason, key))
    await onChanged()
  }
  useScanTaker((code) => {
    const scanned = transfers.filter(({ barcode }) => barcode === code)
    if (scanned.length === 0 || id === 'sent') return false
    void (id === 'expected' ? take('receive', scanned, true) : send(scanned, true))
    return true
  })
  const columns: Column<OpenTransfer>[] = [
    { name: words.title, cell: ({ title }) => title },
    { name: words.barcode, cell: barcodeOf },
    id === 'expected'
      ? { name: words.from, cell: ({ fromBranchId }) => nameOf(branches, fromBranchId, language) }
      : { name: words.to, cell: ({ toBranchId }) => nameOf(branches, toBranchId, language) },
    { name: words.reason, cell: ({ reason }) => words.reasons[reason] },
    { name: words.since, cell: ({ sentAt, requestedAt, late }) => since(sentAt ?? requestedAt, late ? words.late : '') },
  ]
  const actions: Column<OpenTransfer> = {
    name: words.deeds,
    screenOnly: true,
    cell: (each) =>
      asked.has(each.id) ? (
        <CancelForm
          count={1}
          turnsRound={each.sentAt !== null}
          onKeep={() => keep(each.id)}
          onCancel={(reason) => {
            keep(each.id)
            void cancel([each], reason)
          }}
        />
      ) : (
        <div class="actions">
          {id === 'to-send' && (
            <button type="button" data-send onClick={() => send([each], true)}>
              {words.send}
            </button>
          )}
          {id === 'sent' && (
            <button type="button" data-slip-of={each.barcode} onClick={() => setSlips([{ kind: 'transfer', ...each }])}>
              {words.slip}
            </button>
          )}
          <button
            type="button"
            data-cancel
            aria-label={`${words.cancelTransfer}: ${each.title}`}
            onClick={() => setAsked(new Set([...asked, each.id]))}
          >
            {words.cancelTransfer}
          </button>
        </div>
      ),
  }
  return (
    <>
      <Sheet id={id} heading={heading} count={transfers.length} place={nameOf(branches, branch, language)}>
        {transfers.length === 0 && <p class="quiet">{words.none}</p>}
        {transfers.length > 0 && help && <p class="quiet no-print">{help}</p>}
        <BatchBar batch={batch}>
          {id === 'to-send' && (
            <BatchDeed name="send" rows={batch.chosen} batch={batch} onDo={(rows) => send(rows)} primary>
              {words.send}
            </BatchDeed>
          )}
          {id === 'sent' && (
            <BatchDeed
              name="slips"
              rows={batch.chosen}
              batch={batch}
              onDo={(rows) => setSlips(rows.map((each) => ({ kind: 'transfer', ...each })))}
            >
              {deeds.slips}
            </BatchDeed>
          )}
          {id === 'expected' && (
            <BatchDeed name="receive" rows={batch.chosen} batch={batch} onDo={(rows) => take('receive', rows)} primary>
              {deeds.receive}
            </BatchDeed>
          )}
          {id !== 'expected' && (
            <BatchDeed name="cancel" rows={batch.chosen} batch={batch} onDo={() => setAllAsked(true)}>
              {words.cancelTransfer}
            </BatchDeed>
          )}
        </BatchBar>
        {allAsked && (
          <CancelForm
            count={batch.chosen.length}
            turnsRound={id === 'sent'}
            onKeep={() => setAllAsked(false)}
            onCancel={(reason) => {
              setAllAsked(false)
              void cancel(batch.chosen, reason)
            }}
          />
        )}
        <BatchTable
          batch={batch}
          columns={id === 'expected' ? columns : [...columns, actions]}
          keyOf={barcodeOf}
          labelledBy={id}
          nameOf={({ title }) => title}
        />
      </Sheet>
      <SlipPile slips={slips} branches={branches} />
      <TakenBooks taken={taken} branches={branches} />
    </>
  )
}

const since = (at: string, late: string) => (
  <>
    {momentText(at, new Date())}{' '}
    {late && (
      <b class="look">
        <Icon name="look" /> {late}
      </b>
    )}
  </>
)
