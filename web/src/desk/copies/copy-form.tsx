import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { RefusalSlug } from '../../refusal-slug.ts'
import { RefusedNotice } from '../refused-notice.tsx'
import { editCopy, type ListedCopy } from './copy-api.ts'
import { useCopyWords } from './use-copy-words.ts'

interface Props {
  copy: ListedCopy
  branch: number
  onSaved: (change: Partial<ListedCopy>) => void
  onClosed: () => void
}

const TIYN = 100

export function CopyForm({ copy, branch, onSaved, onClosed }: Props) {
  const words = useCopyWords()
  const first = useRef<HTMLInputElement>(null)
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])
  const [saved, setSaved] = useState(false)
  useLayoutEffect(() => first.current?.focus(), [])
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const text = (name: string) => String(given.get(name) ?? '').trim() || null
    const price = text('price')
    const change = {
      inventoryNumber: text('inventory-number'),
      shelfmark: text('shelfmark'),
      location: text('location'),
      price: price === null ? null : Math.round(Number(price) * TIYN),
      onSiteOnly: given.has('on-site-only'),
    }
    const answer = await editCopy(copy.barcode, branch, change, crypto.randomUUID())
    setRefusals(answer.ok ? [] : answer.refusals)
    setSaved(answer.ok)
    // Without a shelfmark of its own it stands under the title's, which the next search tells.
    if (answer.ok) onSaved({ ...change, calledBy: change.shelfmark ?? (copy.shelfmark === null ? copy.calledBy : null) })
  }
  return (
    <form class="copy-form" data-copy={copy.barcode} onSubmit={submit} onInput={() => setSaved(false)}>
      <h2>
        {copy.title} <span class="quiet">{copy.barcode}</span>
      </h2>
      <label>
        <span>{words.inventoryNumber}</span>
        <input name="inventory-number" data-scan="here" ref={first} defaultValue={copy.inventoryNumber ?? ''} maxLength={64} />
      </label>
      <label>
        <span>{words.shelfmark}</span>
        <input
          name="shelfmark"
          defaultValue={copy.shelfmark ?? ''}
          placeholder={copy.shelfmark ? '' : (copy.calledBy ?? '')}
          maxLength={120}
        />
      </label>
      <label>
        <span>{words.location}</span>
        <input name="location" defaultValue={copy.location ?? ''} maxLength={120} />
      </label>
      <label>
        <span>{words.price}</span>
        <input
          name="price"
          type="number"
          min="0"
          max="10000000"
          step="1"
          inputMode="numeric"
          defaultValue={copy.price === null ? '' : String(Math.round(copy.price / TIYN))}
        />
      </label>
      <label class="tick">
        <input type="checkbox" name="on-site-only" defaultChecked={copy.onSiteOnly} />
        <span>{words.onSiteOnly}</span>
      </label>
      <div class="actions">
        <button type="submit" class="primary">
          {words.save}
        </button>
        <button type="button" data-close onClick={onClosed}>
          {words.cancel}
        </button>
      </div>
      <RefusedNotice refusals={refusals} />
      <div role="status">
        {saved && (
          <p class="notice done" data-saved>
            {words.saved}
          </p>
        )}
      </div>
    </form>
  )
}
