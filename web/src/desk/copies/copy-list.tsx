import { useState } from 'preact/hooks'
import type { Branch } from '../../api-shapes.ts'
import { useSpeech } from '../../i18n/language.tsx'
import { countText } from '../../i18n/words.ts'
import { type Column, ListTable } from '../list-table.tsx'
import { nameOf } from '../open-holds.tsx'
import { Sheet } from '../sheet.tsx'
import type { ListedCopy } from './copy-api.ts'
import { CopyForm } from './copy-form.tsx'
import { LabelSheet } from './label-sheet.tsx'
import { useCopyWords } from './use-copy-words.ts'
import type { CopyWords } from './words/kk.ts'

interface Props {
  copies: ListedCopy[]
  branches: Branch[]
  branch: number
  onChanged: (barcode: string, change: Partial<ListedCopy>) => void
}

const MOST = 200

export function CopyList({ copies, branches, branch, onChanged }: Props) {
  const { language } = useSpeech()
  const words = useCopyWords()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [edited, setEdited] = useState<string>()
  const choose = (barcode: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(barcode)
    else next.delete(barcode)
    setChosen(next)
  }
  const columns: Column<ListedCopy>[] = [
    {
      name: words.choose,
      cell: ({ barcode, title }) => (
        <input
          type="checkbox"
          class="no-print"
          aria-label={`${words.choose}: ${title} ${barcode}`}
          checked={chosen.has(barcode)}
          onChange={(event) => choose(barcode, event.currentTarget.checked)}
        />
      ),
    },
    { name: words.shelfmark, cell: ({ calledBy }) => <b>{calledBy ?? '—'}</b> },
    { name: words.title, cell: ({ title, author }) => [title, author].filter(Boolean).join(' · ') },
    { name: words.barcode, cell: ({ barcode }) => barcode },
    { name: words.inventoryNumber, cell: ({ inventoryNumber }) => inventoryNumber ?? '—' },
    { name: words.branch, cell: ({ homeBranchId }) => nameOf(branches, homeBranchId, language) },
    { name: words.location, cell: ({ location }) => location ?? '—' },
    { name: words.price, cell: ({ price }) => (price === null ? '—' : countText(Math.round(price / 100))) },
    { name: words.where, cell: (copy) => standing(copy, words) },
    {
      name: words.edit,
      cell: ({ barcode, title, withdrawn }) =>
        withdrawn ? (
          '—'
        ) : (
          <button
            type="button"
            class="no-print"
            data-edit={barcode}
            aria-label={`${words.edit}: ${title} ${barcode}`}
            onClick={() => setEdited(barcode)}
          >
            {words.edit}
          </button>
        ),
    },
  ]
  const open = copies.find(({ barcode }) => barcode === edited)
  const labelled = copies.filter(({ barcode }) => chosen.has(barcode))
  return (
    <>
      {open && (
        <CopyForm
          key={open.barcode}
          copy={open}
          branch={branch}
          onSaved={(change) => onChanged(open.barcode, change)}
          onClosed={() => setEdited(undefined)}
        />
      )}
      <Sheet id="copies-found" heading={words.found} count={copies.length} place={nameOf(branches, branch, language)}>
        {copies.length >= MOST && <p class="quiet">{words.most}</p>}
        <label class="tick no-print">
          <input
            type="checkbox"
            name="choose-all"
            checked={labelled.length === copies.length}
            onChange={(event) => setChosen(new Set(event.currentTarget.checked ? copies.map(({ barcode }) => barcode) : []))}
          />
          <span>{words.chooseAll}</span>
        </label>
        <ListTable columns={columns} rows={copies} keyOf={({ barcode }) => barcode} labelledBy="copies-found" />
      </Sheet>
      {labelled.length > 0 && <LabelSheet copies={labelled} branches={branches} />}
    </>
  )
}

function standing({ withdrawn, mark, place, onSiteOnly }: ListedCopy, words: CopyWords): string {
  if (withdrawn) return words.withdrawn
  if (mark) return words.marks[mark] ?? mark
  return onSiteOnly && place === 'on-shelf' ? words.onSiteOnly : words.places[place]
}
