import type { Branch, ReturnAnswer } from '../../api-shapes.ts'
import { SlipPile } from '../slip-paper.tsx'
import { useBatchWords } from './use-batch-words.ts'

/** What becomes of books that were taken in together: a slip for each that goes on, and which go to their shelf. */
export function TakenBooks({ taken, branches }: { taken: ReturnAnswer['return'][]; branches: Branch[] }) {
  const words = useBatchWords()
  const toShelf = taken.filter(({ slip }) => !slip)
  return (
    <>
      {toShelf.length > 0 && (
        <div class="no-print" data-to-shelf={toShelf.length}>
          <h2>{words.toShelf}</h2>
          <ul>
            {toShelf.map(({ copy }) => (
              <li key={copy.barcode}>{`${copy.title} · ${copy.barcode}`}</li>
            ))}
          </ul>
        </div>
      )}
      <SlipPile slips={taken.flatMap(({ slip }) => slip ?? [])} branches={branches} />
    </>
  )
}
