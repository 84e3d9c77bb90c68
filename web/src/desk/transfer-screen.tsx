import { useLayoutEffect, useState } from 'preact/hooks'
import type { Branch } from '../api-shapes.ts'
import type { RefusalSlug } from '../refusal-slug.ts'
import { useLastAsked } from '../ui/use-last-asked.ts'
import { useLatest } from '../ui/use-latest.ts'
import { DeedsInTurn } from './in-turn/deeds-in-turn.tsx'
import { RefusedNotice } from './refused-notice.tsx'
import { useAwaited } from './scanner/scan-takers.ts'
import { SendForm } from './send-form.tsx'
import { SlipPile } from './slip-paper.tsx'
import { listTransfers, type OpenTransfer } from './transfer-api.ts'
import { TransferList } from './transfer-list.tsx'
import { useDeskWords } from './use-desk-words.ts'
import { useSending } from './use-sending.ts'

/** Copies between branches: what leaves this one, what comes, and the slip that travels in the book. */
export function TransferScreen({ branches, branch }: { branches: Branch[]; branch: number }) {
  const words = useDeskWords()
  const [transfers, setTransfers] = useState<OpenTransfer[]>()
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])
  const sending = useSending(branches)
  const lastAsked = useLastAsked()
  const here = useLatest(branch)
  const load = async () => {
    const answer = await lastAsked.ask(listTransfers(here.current))
    if (!answer) return
    setRefusals(answer.ok ? [] : answer.refusals)
    if (answer.ok) setTransfers(answer.value.transfers)
  }
  const isSending = sending.waiting > 0
  useLayoutEffect(() => {
    setTransfers(undefined)
    setRefusals([])
  }, [branch])
  useLayoutEffect(() => {
    if (!isSending) void load()
  }, [branch, isSending])
  useAwaited(!transfers && refusals.length === 0)
  const lists = transfers && {
    'to-send': transfers.filter((each) => each.fromBranchId === branch && each.sentAt === null),
    sent: transfers.filter((each) => each.fromBranchId === branch && each.sentAt !== null),
    expected: transfers.filter((each) => each.toBranchId === branch),
  }
  const pile = sending.deeds.flatMap(({ slip }) => slip ?? [])
  const shown = { branches, branch, onChanged: load }
  return (
    <div class="desk-screen">
      <SendForm key={branch} branches={branches} branch={branch} onSend={sending.add} />
      <RefusedNotice refusals={refusals} />
      <DeedsInTurn inTurn={sending} branches={branches} />
      {pile.length > 1 && <SlipPile slips={pile} branches={branches} />}
      {lists && (
        <>
          <TransferList key={`to-send ${branch}`} id="to-send" heading={words.toSend} transfers={lists['to-send']} {...shown} />
          <TransferList key={`sent ${branch}`} id="sent" heading={words.onTheWay} transfers={lists.sent} {...shown} />
          <TransferList
            key={`expected ${branch}`}
            id="expected"
            heading={words.expected}
            help={words.expectedHelp}
            transfers={lists.expected}
            {...shown}
          />
        </>
      )}
    </div>
  )
}
