import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Slip } from '../../../worker/domain/circulation/slip.ts'
import type { Branch } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { branchName } from '../i18n/words.ts'
import type { RefusalSlug } from '../refusal-slug.ts'
import { RefusedNotice } from './refused-notice.tsx'
import { SlipPaper } from './slip-paper.tsx'
import { listTransfers, type OpenTransfer, sendCopy, slipOf } from './transfer-api.ts'
import { TransferList } from './transfer-list.tsx'
import { useDeskWords } from './use-desk-words.ts'

/** Copies between branches: what leaves this one, what comes, and the slip that travels in the book. */
export function TransferScreen({ branches, branch }: { branches: Branch[]; branch: number }) {
  const { language } = useSpeech()
  const words = useDeskWords()
  const field = useRef<HTMLInputElement>(null)
  const [transfers, setTransfers] = useState<OpenTransfer[]>()
  const [slip, setSlip] = useState<Slip>()
  const [told, setTold] = useState<string>()
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])
  const load = async () => {
    const answer = await listTransfers(branch)
    if (answer.ok) setTransfers(answer.value.transfers)
    else setRefusals(answer.refusals)
  }
  useLayoutEffect(() => {
    field.current?.focus()
    void load()
  }, [branch])

  const send = async (copy: string, to: number, inHand: boolean) => {
    setTold(undefined)
    setSlip(undefined)
    const answer = await sendCopy(inHand ? { copy, to, branch } : { copy, to }, crypto.randomUUID())
    setRefusals(answer.ok ? [] : answer.refusals)
    if (!answer.ok) return
    const { transfer } = answer.value
    setTold(`${transfer.sent ? words.sent : words.asked}: ${transfer.copy.title}`)
    if (transfer.sent) setSlip(slipOf(transfer))
    await load()
  }
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const copy = String(given.get('copy')).replace(/\s/g, '')
    if (copy) await send(copy, Number(given.get('to')), given.has('in-hand'))
    if (field.current) field.current.value = ''
    field.current?.focus()
  }
  const cancelled = async (answer: RefusalSlug[]) => {
    setRefusals(answer)
    setTold(answer.length === 0 ? words.transferCancelled : undefined)
    await load()
  }
  const lists = transfers && {
    'to-send': transfers.filter((each) => each.fromBranchId === branch && each.sentAt === null),
    sent: transfers.filter((each) => each.fromBranchId === branch && each.sentAt !== null),
    expected: transfers.filter((each) => each.toBranchId === branch),
  }
  const shown = { branches, branch, onChanged: load, onSlip: setSlip, onCancelled: cancelled }
  return (
    <div class="desk-screen">
      <form class="desk-form" onSubmit={submit}>
        <h1>{words.sendCopy}</h1>
        <label>
          <span>{words.copyBarcode}</span>
          <input name="copy" data-scan="asks" ref={field} autocomplete="off" spellcheck={false} maxLength={64} />
        </label>
        <label>
          <span>{words.toBranch}</span>
          <select name="to">
            {branches
              .filter(({ id }) => id !== branch)
              .map((each) => (
                <option key={each.id} value={String(each.id)}>
                  {branchName(each, language)}
                </option>
              ))}
          </select>
        </label>
        <label class="tick">
          <input type="checkbox" name="in-hand" defaultChecked />
          <span>{words.inHand}</span>
        </label>
        <button type="submit" class="primary">
          {words.send}
        </button>
      </form>
      <RefusedNotice refusals={refusals} />
      <div role="status">{told && <p class="notice done">{told}</p>}</div>
      {slip && <SlipPaper slip={slip} branches={branches} />}
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
