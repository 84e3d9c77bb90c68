import type { ComponentChildren } from 'preact'
import type { Batch } from './use-batch.ts'
import { useBatchWords } from './use-batch-words.ts'
import type { Choice } from './use-choice.ts'

interface ChooseAllProps<Row> {
  rows: readonly Row[]
  choice: Choice<Row>
}

export function ChooseAll<Row>({ rows, choice }: ChooseAllProps<Row>) {
  const words = useBatchWords()
  const { chosen } = choice
  return (
    <>
      <label class="tick">
        <input
          type="checkbox"
          name="choose-all"
          checked={chosen.length === rows.length}
          indeterminate={chosen.length > 0 && chosen.length < rows.length}
          onChange={(event) => choice.choose(rows, event.currentTarget.checked)}
        />
        <span>{words.chooseAll}</span>
      </label>
      <span>{words.chosen(chosen.length)}</span>
    </>
  )
}

interface BarProps<Row> {
  batch: Batch<Row>
  /** The deeds. */
  children: ComponentChildren
}

/** Above a list: mark all, the deeds for what is marked, and how many of them were done. */
export function BatchBar<Row>({ batch, children }: BarProps<Row>) {
  const words = useBatchWords()
  const { rows, told, working } = batch
  return (
    <div class="batch no-print" aria-busy={working} data-work={working || undefined}>
      {rows.length > 0 && (
        <div class="actions">
          <ChooseAll rows={rows} choice={batch} />
          {children}
        </div>
      )}
      <p role="status" class={told && 'batch-told'} data-batch-done={told && `${told.done} ${told.of}`}>
        {working && words.working}
        {told && words.doneOf(told.done, told.of)} {told && told.done < told.of && words.othersStay}
      </p>
    </div>
  )
}

interface DeedProps<Row> {
  /** A word for the deed in the page's own markup. */
  name: string
  /** Those marked rows that it can be done to. */
  rows: readonly Row[]
  batch: Batch<Row>
  primary?: boolean
  /** The element that says what the deed does. */
  help?: string
  onDo: (rows: readonly Row[]) => void
  children: ComponentChildren
}

export function BatchDeed<Row>({ name, rows, batch, primary = false, help, onDo, children }: DeedProps<Row>) {
  return (
    <button
      type="button"
      class={primary ? 'primary' : undefined}
      data-batch={name}
      aria-describedby={help}
      disabled={rows.length === 0 || batch.working}
      onClick={() => onDo(rows)}
    >
      {children} {rows.length > 0 && <b>{rows.length}</b>}
    </button>
  )
}
