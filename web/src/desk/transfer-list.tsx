import { useState } from 'preact/hooks'
import type { Slip } from '../../../worker/domain/circulation/slip.ts'
import type { Branch } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { momentText } from '../i18n/words.ts'
import type { RefusalSlug } from '../refusal-slug.ts'
import { Icon } from '../ui/icon.tsx'
import { type Column, ListTable } from './list-table.tsx'
import { nameOf } from './open-holds.tsx'
import { Sheet } from './sheet.tsx'
import { cancelTransfer, type OpenTransfer } from './transfer-api.ts'
import { useDeskWords } from './use-desk-words.ts'

interface Props {
  id: 'to-send' | 'sent' | 'expected'
  heading: string
  help?: string
  transfers: OpenTransfer[]
  branches: Branch[]
  branch: number
  onSend: (copy: string, to: number, inHand: boolean) => Promise<void>
  onSlip: (slip: Slip) => void
  onCancelled: (refusals: RefusalSlug[]) => Promise<void>
}

export function TransferList({ id, heading, help, transfers, branches, branch, onSend, onSlip, onCancelled }: Props) {
  const { language } = useSpeech()
  const words = useDeskWords()
  const [asked, setAsked] = useState<number>()
  const columns: Column<OpenTransfer>[] = [
    { name: words.title, cell: ({ title }) => title },
    { name: words.barcode, cell: ({ barcode }) => barcode },
    id === 'expected'
      ? { name: words.from, cell: ({ fromBranchId }) => nameOf(branches, fromBranchId, language) }
      : { name: words.to, cell: ({ toBranchId }) => nameOf(branches, toBranchId, language) },
    { name: words.reason, cell: ({ reason }) => words.reasons[reason] },
    { name: words.since, cell: ({ sentAt, requestedAt, late }) => since(sentAt ?? requestedAt, late ? words.late : '') },
  ]
  const actions: Column<OpenTransfer> = {
    name: words.deeds,
    cell: (each) =>
      asked === each.id ? (
        <CancelForm transfer={each} onKeep={() => setAsked(undefined)} onDone={onCancelled} />
      ) : (
        <div class="actions no-print">
          {id === 'to-send' && (
            <button type="button" data-send onClick={() => onSend(each.barcode, each.toBranchId, true)}>
              {words.send}
            </button>
          )}
          {id === 'sent' && (
            <button type="button" data-slip-of={each.barcode} onClick={() => onSlip({ kind: 'transfer', ...each })}>
              {words.slip}
            </button>
          )}
          <button type="button" data-cancel aria-label={`${words.cancelTransfer}: ${each.title}`} onClick={() => setAsked(each.id)}>
            {words.cancelTransfer}
          </button>
        </div>
      ),
  }
  const rows = id === 'expected' ? columns : [...columns, actions]
  return (
    <Sheet id={id} heading={heading} count={transfers.length} place={nameOf(branches, branch, language)}>
      {transfers.length === 0 && <p class="quiet">{words.none}</p>}
      {transfers.length > 0 && help && <p class="quiet">{help}</p>}
      {transfers.length > 0 && <ListTable columns={rows} rows={transfers} keyOf={({ barcode }) => barcode} labelledBy={id} />}
    </Sheet>
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

interface CancelProps {
  transfer: OpenTransfer
  onKeep: () => void
  onDone: (refusals: RefusalSlug[]) => Promise<void>
}

function CancelForm({ transfer: { barcode, sentAt }, onKeep, onDone }: CancelProps) {
  const words = useDeskWords()
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const answer = await cancelTransfer(barcode, String(new FormData(event.currentTarget).get('reason')))
    onKeep()
    await onDone(answer.ok ? [] : answer.refusals)
  }
  return (
    <form class="cancel-form" onSubmit={submit}>
      {sentAt && <p>{words.turnsRound}</p>}
      <label>
        <span>{words.why}</span>
        <input name="reason" required maxLength={200} ref={(input) => input?.focus()} />
      </label>
      <div class="actions">
        <button type="submit" class="primary">
          {words.yesCancel}
        </button>
        <button type="button" onClick={onKeep}>
          {words.keep}
        </button>
      </div>
    </form>
  )
}
