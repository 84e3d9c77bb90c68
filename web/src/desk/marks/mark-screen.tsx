import '../../styles/desk-marks.css'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Answer, Branch } from '../../api-shapes.ts'
import type { RefusalSlug } from '../../refusal-slug.ts'
import { useLastAsked } from '../../ui/use-last-asked.ts'
import { CodeField } from '../code-field.tsx'
import { KeptForms, useKeptForms } from '../kept-forms.tsx'
import { isTextEntry } from '../keys.ts'
import { RefusedNotice } from '../refused-notice.tsx'
import { type CopyInHand, findCopy } from './mark-api.ts'
import { MarkedCopy } from './marked-copy.tsx'
import { useMarkWords } from './use-mark-words.ts'

const barcodeOf = ({ copy }: CopyInHand) => copy.barcode

/** What stands against a copy: told by a reader or seen by the staff, and how it ended (R60 - R62). */
export function MarkScreen({ branches, branch }: { branches: Branch[]; branch: number }) {
  const words = useMarkWords()
  const field = useRef<HTMLInputElement>(null)
  const forms = useKeptForms(barcodeOf)
  const [told, setTold] = useState<string[]>([])
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])
  const lastAsked = useLastAsked()
  useLayoutEffect(() => field.current?.focus(), [])

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    setTold([])
    const code = field.current?.value.replace(/\s/g, '') ?? ''
    field.current?.select()
    if (code) {
      const answer = await lastAsked.ask(findCopy(code))
      if (!answer) return
      setRefusals(answer.ok ? [] : answer.refusals)
      forms.show(answer.ok ? answer.value : undefined)
    }
  }
  const perform = async <T extends object>(barcode: string, deed: () => Promise<Answer<T>>, say: (value: T) => string[]) => {
    const answer = await deed()
    setTold(answer.ok ? say(answer.value) : [])
    setRefusals(answer.ok ? [] : answer.refusals)
    const now = answer.ok ? await findCopy(barcode) : undefined
    if (now?.ok) forms.finish(barcode, now.value)
    // Something may be written or scanned elsewhere by now.
    if (!isTextEntry(document.activeElement)) field.current?.focus()
    return answer
  }
  return (
    <div class="desk-screen">
      <form class="desk-form" onSubmit={submit}>
        <h1>{words.heading}</h1>
        <CodeField label={words.barcode} name="copy" scan="copy" field={field} />
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
      <KeptForms forms={forms} nameOf={({ copy }) => `${copy.title} · ${copy.barcode}`}>
        {(found) => (
          <MarkedCopy found={found} branches={branches} branch={branch} perform={(deed, say) => perform(found.copy.barcode, deed, say)} />
        )}
      </KeptForms>
    </div>
  )
}
