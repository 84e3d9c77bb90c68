import '../../styles/desk-marks.css'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Answer, Branch } from '../../api-shapes.ts'
import type { RefusalSlug } from '../../refusal-slug.ts'
import { RefusedNotice } from '../refused-notice.tsx'
import { type CopyInHand, findCopy } from './mark-api.ts'
import { MarkedCopy } from './marked-copy.tsx'
import { useMarkWords } from './use-mark-words.ts'

/** What stands against a copy: told by a reader or seen by the staff, and how it ended (R60 - R62). */
export function MarkScreen({ branches, branch }: { branches: Branch[]; branch: number }) {
  const words = useMarkWords()
  const field = useRef<HTMLInputElement>(null)
  const [found, setFound] = useState<CopyInHand>()
  const [told, setTold] = useState<string[]>([])
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])
  useLayoutEffect(() => field.current?.focus(), [])

  const open = async (barcode: string) => {
    const answer = await findCopy(barcode)
    setRefusals(answer.ok ? [] : answer.refusals)
    setFound(answer.ok ? answer.value : undefined)
  }
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setTold([])
    const code = field.current?.value.replace(/\s/g, '') ?? ''
    if (code) await open(code)
    field.current?.select()
  }
  const perform = async <T extends object>(deed: () => Promise<Answer<T>>, say: (value: T) => string[]) => {
    if (!found) return
    const answer = await deed()
    setTold(answer.ok ? say(answer.value) : [])
    if (answer.ok) await open(found.copy.barcode)
    else setRefusals(answer.refusals)
    field.current?.focus()
  }
  return (
    <div class="desk-screen">
      <form class="desk-form" onSubmit={submit}>
        <h1>{words.heading}</h1>
        <label>
          <span>{words.barcode}</span>
          <input name="copy" data-scan="copy" ref={field} autocomplete="off" spellcheck={false} maxLength={64} />
        </label>
        <button type="submit" class="primary">
          {words.find}
        </button>
      </form>
      <RefusedNotice refusals={refusals} />
      <div role="status">
        {told.map((line) => (
          <p key={line} class="notice done">
            {line}
          </p>
        ))}
      </div>
      {found && (
        <MarkedCopy
          key={`${found.copy.barcode} ${found.state.incident?.id}`}
          found={found}
          branches={branches}
          branch={branch}
          perform={perform}
        />
      )}
    </div>
  )
}
