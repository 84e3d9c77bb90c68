import type { Cell, ColumnKind, Table } from '../../domain/statistics/table.ts'
import { countText, dayText, decimalText, type Language, moneyText } from '../../domain/written.ts'
import { type Html, html, nothing } from '../html.ts'
import { here, type Room } from './page.ts'

/** A cell as a person reads it. */
function cellText(cell: Cell, kind: ColumnKind, language: Language): string {
  if (cell === null) return '—'
  if (typeof cell === 'string') return kind === 'day' ? dayText(cell) : cell
  if (kind === 'money') return moneyText(cell)
  if (kind === 'decimal') return decimalText(cell, language)
  if (kind === 'share') return `${decimalText(cell, language, 1)} %`
  return kind === 'text' || kind === 'day' ? String(cell) : countText(cell)
}

/** More columns do not fit a phone: there each row is a card that names its fields. */
const FEW_COLUMNS = 3

/** The rows behind a figure: an address for a cell, if it can be opened. Behind a nought there is nothing. */
export type Opens = (row: number, column: number) => string | undefined

export function tableHtml(table: Table, { language }: Room, opens: Opens = () => undefined): Html {
  const many = table.columns.length > FEW_COLUMNS
  const line = (cells: readonly Cell[], row: number, head: boolean) =>
    table.columns.map(({ kind, label }, index) => {
      const text = cellText(cells[index] ?? null, kind, language)
      const address = head || cells[index] === 0 ? undefined : opens(row, index)
      const inside = address ? html`<a href="${address}">${text}</a>` : text
      if (index === 0) return html`<th scope="row">${inside}</th>`
      const classes = [kind === 'text' ? '' : 'n', many && text === '—' ? 'nothing' : ''].filter(Boolean).join(' ')
      return html`<td${classes ? html` class="${classes}"` : nothing}${many ? html` data-label="${label}"` : nothing}>${inside}</td>`
    })
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${table.title}">
    <table data-table="${table.name}"${many ? html` class="many"` : nothing}>
      <caption class="unseen">${table.title}</caption>
      <thead><tr>${table.columns.map(({ label, kind }, index) => html`<th scope="col"${kind === 'text' || index === 0 ? nothing : html` class="n"`}>${label}</th>`)}</tr></thead>
      <tbody>${table.rows.map((row, index) => html`<tr>${line(row, index, false)}</tr>`)}</tbody>
      ${table.totals ? html`<tfoot><tr>${line(table.totals, -1, true)}</tr></tfoot>` : nothing}
    </table>
  </div>`
}

/** The same table as a file, three ways. */
export function takeAway(table: Table, room: Room): Html {
  const files = (['csv', 'xlsx', 'json'] as const).map(
    (as) => html`<a href="${here(room, { table: table.name, as })}" download>${as.toUpperCase()}</a>`,
  )
  return html`<p class="take-away screen-only" aria-label="${room.words.takeAway}: ${table.title}" role="group">
    <span>${room.words.takeAway}:</span> ${files}
  </p>`
}
