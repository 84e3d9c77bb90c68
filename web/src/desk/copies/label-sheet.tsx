import { useState } from 'preact/hooks'
import type { Branch } from '../../api-shapes.ts'
import { Barcode } from '../print/barcode.tsx'
import { printSheet } from '../print-sheet.ts'
import type { ListedCopy } from './copy-api.ts'
import { useCopyWords } from './use-copy-words.ts'

const ON_A_SHEET = { barcode: 24, spine: 65 } as const
type Kind = keyof typeof ON_A_SHEET

/** Labels on A4 sheets of stickers; a sheet begun before is used up from the place named. */
export function LabelSheet({ copies, branches }: { copies: ListedCopy[]; branches: Branch[] }) {
  const words = useCopyWords()
  const [kind, setKind] = useState<Kind>('barcode')
  const [from, setFrom] = useState(1)
  const places = ON_A_SHEET[kind]
  const first = Math.min(Math.max(1, Math.trunc(from) || 1), places)
  const all: (ListedCopy | undefined)[] = [...Array.from({ length: first - 1 }, () => undefined), ...copies]
  const pages = Array.from({ length: Math.ceil(all.length / places) }, (_, page) => all.slice(page * places, (page + 1) * places))
  return (
    <section class="sheet labels" data-labels={copies.length} aria-labelledby="labels">
      <h2 id="labels" class="no-print">
        {words.labels} <span class="number">{copies.length}</span>
      </h2>
      <div class="row no-print">
        <label>
          <span>{words.kind}</span>
          <select name="label-kind" value={kind} onChange={(event) => setKind(event.currentTarget.value === 'spine' ? 'spine' : 'barcode')}>
            {(['barcode', 'spine'] as const).map((each) => (
              <option key={each} value={each}>
                {words.kinds[each]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{words.from}</span>
          <input
            type="number"
            name="label-from"
            data-setting
            min="1"
            max={places}
            value={first}
            onChange={(event) => setFrom(Number(event.currentTarget.value))}
          />
        </label>
        <button type="button" class="primary" data-print-labels onClick={printSheet}>
          {words.print}
        </button>
      </div>
      {pages.map((page, number) => (
        <div key={number} class={`label-page ${kind}`}>
          {page.map((copy, at) => (
            <div key={copy?.barcode ?? at} class="label">
              {copy && (kind === 'barcode' ? <BarcodeLabel copy={copy} /> : <SpineLabel copy={copy} branches={branches} />)}
            </div>
          ))}
        </div>
      ))}
    </section>
  )
}

function BarcodeLabel({ copy: { title, barcode, inventoryNumber, calledBy } }: { copy: ListedCopy }) {
  const words = useCopyWords()
  return (
    <>
      <p class="label-library">{words.library}</p>
      <p class="label-title">{title}</p>
      <Barcode text={barcode} />
      <p class="label-code">{barcode}</p>
      <p class="label-foot">{[calledBy, inventoryNumber && `№ ${inventoryNumber}`].filter(Boolean).join(' · ')}</p>
    </>
  )
}

/** The class above, the author's sign under it: each part of the shelfmark on a line of its own, as it is read on a spine. */
function SpineLabel({ copy: { calledBy, barcode, homeBranchId }, branches }: { copy: ListedCopy; branches: Branch[] }) {
  const [above, ...under] = (calledBy ?? barcode.slice(-6)).split(/\s+/)
  return (
    <>
      <p class="spine-class">{above}</p>
      {under.length > 0 && <p class="spine-sign">{under.join(' ')}</p>}
      <p class="spine-branch">{branches.find(({ id }) => id === homeBranchId)?.code ?? ''}</p>
    </>
  )
}
