import { type ComponentChildren, Fragment } from 'preact'
import type { RefusalSlug } from '../refusal-slug.ts'
import { useBatchWords } from './batch/use-batch-words.ts'
import type { Choice } from './batch/use-choice.ts'
import { RefusedReasons } from './refused-notice.tsx'

export interface Column<Row> {
  name: string
  cell: (row: Row) => ComponentChildren
  /** Buttons are not printed. */
  screenOnly?: true
}

interface Props<Row> {
  columns: Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string | number
  labelledBy: string
  /** Rows that can be marked: how each is called, and what stands against it. */
  choice?: Choice<Row> & { nameOf: (row: Row) => string; refusalsOf?: (row: Row) => RefusalSlug[] }
}

/** A table to work through and to print; on a phone each row is a card that names its fields. */
export function ListTable<Row>({ columns, rows, keyOf, labelledBy, choice }: Props<Row>) {
  const words = useBatchWords()
  return (
    <table class="list" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          {choice && (
            <th class="no-print" scope="col">
              {words.choose}
            </th>
          )}
          {columns.map(({ name, screenOnly }) => (
            <th key={name} scope="col" class={screenOnly && 'no-print'}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody onKeyDown={choice && stepByArrow}>
        {rows.map((row) => {
          const refusals = choice?.refusalsOf?.(row) ?? []
          return (
            <Fragment key={keyOf(row)}>
              <tr data-row={keyOf(row)} data-chosen={choice?.has(row)}>
                {choice && (
                  <td class="mark-row no-print">
                    <label class="tick">
                      <input
                        type="checkbox"
                        aria-label={`${words.choose}: ${choice.nameOf(row)}`}
                        checked={choice.has(row)}
                        onChange={(event) => choice.choose([row], event.currentTarget.checked)}
                      />
                      <span aria-hidden="true">{words.choose}</span>
                    </label>
                  </td>
                )}
                {columns.map(({ name, cell, screenOnly }, at) => {
                  const inside = cell(row)
                  return (
                    <td key={at} data-label={name} class={screenOnly ? 'no-print' : inside === '—' ? 'nothing' : undefined}>
                      {inside}
                    </td>
                  )
                })}
              </tr>
              {refusals.length > 0 && (
                <tr class="no-print" data-row-refused={keyOf(row)} data-refused={refusals.join(' ')}>
                  <td colSpan={columns.length + 1}>
                    <RefusedReasons refusals={refusals} />
                  </td>
                </tr>
              )}
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}

/** Up and down from mark to mark. */
function stepByArrow(event: KeyboardEvent & { currentTarget: HTMLElement }) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step || !(event.target instanceof HTMLInputElement)) return
  const marks = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')]
  const here = marks.indexOf(event.target)
  const next = marks[here + step]
  if (here < 0 || !next) return
  event.preventDefault()
  next.focus()
}
