import type { Branch } from '../../api-shapes.ts'
import { DeedLine } from '../deed-line.tsx'
import { SlipPaper } from '../slip-paper.tsx'
import { useDeskWords } from '../use-desk-words.ts'
import type { InTurn } from './use-in-turn.ts'

interface Props {
  inTurn: Omit<InTurn<never>, 'add'>
  branches: Branch[]
}

/** What became of the scans: the last one big, with the paper for its book; and how many are not answered yet. */
export function DeedsInTurn({ inTurn: { deeds, waiting, noLine }, branches }: Props) {
  const words = useDeskWords()
  const [last, ...earlier] = deeds
  return (
    <>
      <p role="status" data-waiting={waiting} data-work={waiting > 0 || undefined}>
        {[waiting > 0 && words.beingSent(waiting), noLine && words.scanOn].filter(Boolean).join(' ')}
      </p>
      <div class="last" aria-live="assertive" aria-atomic="true">
        {last && <DeedLine key={last.id} deed={last} big />}
      </div>
      {last?.slip && <SlipPaper slip={last.slip} branches={branches} />}
      {earlier.length > 0 && (
        <ol class="earlier">
          {earlier.map((deed) => (
            <li key={deed.id}>
              <DeedLine deed={deed} />
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
