import type { Branch } from '../../api-shapes.ts'
import { useSpeech } from '../../i18n/language.tsx'
import { countText } from '../../i18n/words.ts'
import { ChooseAll } from '../batch/batch-bar.tsx'
import { useChoice } from '../batch/use-choice.ts'
import { type Column, ListTable } from '../list-table.tsx'
import { nameOf } from '../open-holds.tsx'
import { Sheet } from '../sheet.tsx'
import type { ListedCopy } from './copy-api.ts'
import { LabelSheet } from './label-sheet.tsx'
import { useCopyWords } from './use-copy-words.ts'
import type { CopyWords } from './words/kk.ts'

interface Props {
  copies: ListedCopy[]
  branches: Branch[]
  branch: number
  onEdit: (copy: ListedCopy) => void
}

const MOST = 200

const barcodeOf = ({ barcode }: ListedCopy) => barcode

export function CopyList({ copies, branches, branch, onEdit }: Props) {
  const { language } = useSpeech()
  const words = useCopyWords()
  const choice = useChoice(copies, barcodeOf)
  const columns: Column<ListedCopy>[] = [
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
      screenOnly: true,
      cell: (copy) =>
        copy.withdrawn ? (
          '—'
        ) : (
          <button
            type="button"
            data-edit={copy.barcode}
            aria-label={`${words.edit}: ${copy.title} ${copy.barcode}`}
            onClick={() => onEdit(copy)}
          >
            {words.edit}
          </button>
        ),
    },
  ]
  return (
    <>
      <Sheet id="copies-found" heading={words.found} count={copies.length} place={nameOf(branches, branch, language)}>
        {copies.length >= MOST && <p class="quiet">{words.most}</p>}
        <div class="actions no-print">
          <ChooseAll rows={copies} choice={choice} />
        </div>
        <ListTable
          columns={columns}
          rows={copies}
          keyOf={barcodeOf}
          labelledBy="copies-found"
          choice={{ ...choice, nameOf: ({ title, barcode }) => `${title} ${barcode}` }}
        />
      </Sheet>
      {choice.chosen.length > 0 && <LabelSheet copies={choice.chosen} branches={branches} />}
    </>
  )
}

function standing({ withdrawn, mark, place, onSiteOnly }: ListedCopy, words: CopyWords): string {
  if (withdrawn) return words.withdrawn
  if (mark) return words.marks[mark] ?? mark
  return onSiteOnly && place === 'on-shelf' ? words.onSiteOnly : words.places[place]
}
