import type { Table } from '../../domain/statistics/table.ts'
import type { Markup } from '../../formats/svg/element.ts'
import { drawn, type Html, html, nothing } from '../html.ts'
import { type Opens, tableHtml, takeAway } from './cells.ts'
import type { Room } from './page.ts'

/** A picture with its table behind it and the files beside it. */
export function figure(room: Room, table: Table, picture: Markup, { opens, note }: { opens?: Opens; note?: string } = {}): Html {
  return html`<section class="card" data-figure="${table.name}">
    <h2 id="${table.name}-head">${table.title}</h2>
    ${note ? html`<p class="quiet">${note}</p>` : nothing}
    ${table.rows.length === 0 ? html`<p>${room.words.nothingYet}</p>` : drawn(picture)}
    ${table.rows.length === 0 ? nothing : html`<details><summary>${room.words.table}</summary>${tableHtml(table, room, opens)}${takeAway(table, room)}</details>`}
  </section>`
}

/** A table that is read and not drawn. */
export function tableCard(
  room: Room,
  table: Table,
  { opens, note, narrow = false }: { opens?: Opens; note?: string; narrow?: boolean } = {},
): Html {
  return html`<section class="card ${narrow ? '' : 'wide'}">
    <h2 id="${table.name}-head">${table.title}</h2>
    ${note ? html`<p class="quiet">${note}</p>` : nothing}
    ${table.rows.length === 0 ? html`<p>${room.words.nothingYet}</p>` : html`${tableHtml(table, room, opens)}${takeAway(table, room)}`}
  </section>`
}
