import type { StockAnswer } from '../../domain/statistics/answers.ts'
import type { Table } from '../../domain/statistics/table.ts'
import { monthName } from '../../domain/written.ts'
import { html, nothing } from '../html.ts'
import { tableCard } from './figure.ts'
import { textColumn } from './figure-tables.ts'
import { askedBranch, branchName, here, type Page, type PageMaker, Refused } from './page.ts'
import { conditionWords } from './rows-page.ts'
import { valueWord } from './value-words.ts'

/** The copies behind the stock of a month, page by page. */
export const stockPage: PageMaker = async (ask, room): Promise<Page> => {
  const { words, url, today, language } = room
  const asked = (name: string) => url.searchParams.get(name)
  const month = asked('month') ?? today.slice(0, 7)
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) throw new Refused('bad-request')
  const branch = askedBranch(room)
  const where = { contentGroup: asked('contentGroup'), language: asked('language'), kind: asked('kind') }
  const answer = await ask<StockAnswer>('/api/statistics/stock', { month, branch, ...where, after: asked('after') })
  const table: Table = {
    name: 'stock',
    title: `${words.stock}: ${month.slice(0, 4)}, ${monthName(Number(month.slice(5)), language)}`,
    columns: [
      textColumn('barcode', words.barcode),
      textColumn('inventoryNumber', words.inventoryNumber),
      textColumn('title', words.title),
      textColumn('branch', words.branch),
      textColumn('contentGroup', words.splits.contentGroup),
      textColumn('language', words.splits.language),
      textColumn('kind', words.splits.kind),
      { key: 'addedOn', label: words.date, kind: 'day' },
    ],
    rows: answer.copies.map((copy) => [
      copy.barcode,
      copy.inventoryNumber,
      copy.title,
      valueWord(room, 'branch', String(copy.branch)),
      valueWord(room, 'contentGroup', copy.contentGroup),
      valueWord(room, 'language', copy.language),
      valueWord(room, 'kind', copy.kind),
      copy.addedOn,
    ]),
  }
  return {
    title: words.rowsBehind,
    tables: [table],
    body: html`<div class="statistics" data-rows="${answer.copies.length}">
      <div class="lead"><h1>${words.rowsBehind}</h1>
      <p>${[
        branchName(
          room,
          room.branches.find(({ id }) => id === branch),
        ),
        ...conditionWords(room),
      ].join(' · ')}</p></div>
      <div class="cards">${tableCard(room, table, {
        note: words.stockHelp,
        opens: (row, column) => (table.columns[column]?.key === 'title' ? `/record/${answer.copies[row]?.recordId}` : undefined),
      })}</div>
      ${answer.next === null ? nothing : html`<p class="screen-only"><a class="button" href="${here(room, { after: answer.next })}">${words.nextPage}</a></p>`}
    </div>`,
  }
}
