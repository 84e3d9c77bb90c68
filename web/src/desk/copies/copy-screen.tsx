import '../../styles/desk-copies.css'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Hit } from '../../../../worker/domain/catalogue/hit.ts'
import { searchCatalogue } from '../../api.ts'
import type { Branch } from '../../api-shapes.ts'
import type { RefusalSlug } from '../../refusal-slug.ts'
import { useLastAsked } from '../../ui/use-last-asked.ts'
import { CodeField } from '../code-field.tsx'
import { KeptForms, useKeptForms } from '../kept-forms.tsx'
import { RefusedNotice } from '../refused-notice.tsx'
import { copiesByMark, copiesOfRecord, type ListedCopy } from './copy-api.ts'
import { CopyForm } from './copy-form.tsx'
import { CopyList } from './copy-list.tsx'
import { RelocatePanel } from './relocate-panel.tsx'
import { useCopyWords } from './use-copy-words.ts'

interface Found {
  copies: ListedCopy[]
  titles: Hit[]
}

const barcodeOf = ({ barcode }: ListedCopy) => barcode

/** Copies are found, put right, labelled, and given another home. */
export function CopyScreen({ branches, branch }: { branches: Branch[]; branch: number }) {
  const words = useCopyWords()
  const field = useRef<HTMLInputElement>(null)
  const [found, setFound] = useState<Found>()
  const forms = useKeptForms(barcodeOf)
  const [only, setOnly] = useState(true)
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])
  const lastAsked = useLastAsked()
  useLayoutEffect(() => field.current?.focus(), [])
  const here = only ? branch : undefined

  const find = async (text: string) => {
    forms.show()
    const answers = await lastAsked.ask(
      Promise.all([copiesByMark(text, here), searchCatalogue(new URLSearchParams({ q: text }), new AbortController().signal)]),
    )
    if (!answers) return
    const [marked, titled] = answers
    setRefusals(marked.ok ? [] : marked.refusals)
    if (marked.ok) setFound({ copies: marked.value.copies, titles: marked.value.copies.length > 0 || !titled.ok ? [] : titled.value.hits })
  }
  const open = async (record: number) => {
    const answer = await lastAsked.ask(copiesOfRecord(record, here))
    if (!answer) return
    setRefusals(answer.ok ? [] : answer.refusals)
    if (answer.ok) setFound((before) => ({ titles: before?.titles ?? [], copies: answer.value.copies }))
  }
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const text = field.current?.value.trim() ?? ''
    field.current?.select()
    if (text) await find(text)
  }
  const changed = (copy: ListedCopy) => {
    const isIt = ({ barcode }: ListedCopy) => barcode === copy.barcode
    forms.finish(copy.barcode, copy)
    setFound((before) => before && { ...before, copies: before.copies.map((each) => (isIt(each) ? copy : each)) })
  }
  return (
    <div class="desk-screen">
      <form class="find-copies" onSubmit={submit}>
        <h1>{words.copies}</h1>
        <CodeField label={words.find} name="find" scan="copy" field={field} help="find-help" />
        <p class="quiet" id="find-help">
          {words.findHelp}
        </p>
        <label class="tick">
          <input type="checkbox" name="only-here" checked={only} onChange={(event) => setOnly(event.currentTarget.checked)} />
          <span>{words.onlyHere}</span>
        </label>
        <button type="submit" class="primary">
          {words.search}
        </button>
      </form>
      <RefusedNotice refusals={refusals} />
      {found && found.titles.length > 0 && (
        <section aria-labelledby="which-title" class="which-title">
          <h2 id="which-title">{words.whichTitle}</h2>
          <ul>
            {found.titles.map(({ id, title, author, year }) => (
              <li key={id}>
                <button type="button" data-title={id} onClick={() => open(id)}>
                  {[title, author, year].filter(Boolean).join(' · ')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {found && found.copies.length === 0 && found.titles.length === 0 && (
        <p class="notice" role="status" data-nothing>
          {words.notFound}
        </p>
      )}
      <KeptForms forms={forms} nameOf={({ title, barcode }) => `${title} · ${barcode}`}>
        {(copy) => (
          <CopyForm
            copy={copy}
            branch={branch}
            onSaved={(change) => changed({ ...copy, ...change })}
            onClosed={() => forms.finish(copy.barcode)}
          />
        )}
      </KeptForms>
      {found && found.copies.length > 0 && (
        <CopyList
          key={found.copies.map(({ barcode }) => barcode).join()}
          copies={found.copies}
          branches={branches}
          branch={branch}
          onEdit={forms.show}
        />
      )}
      <RelocatePanel branch={branch} />
    </div>
  )
}
