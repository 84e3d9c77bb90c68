import { isDay } from '../../domain/calendar.ts'
import type { JournalRow, RowsAnswer } from '../../domain/statistics/answers.ts'
import type { Column, Table } from '../../domain/statistics/table.ts'
import { isUnit, SPLITS, type Split } from '../../domain/statistics/units.ts'
import { dayText, instantText } from '../../domain/written.ts'
import { html, nothing } from '../html.ts'
import { tableCard } from './figure.ts'
import { textColumn } from './figure-tables.ts'
import { askedBranch, branchName, here, type Page, type PageMaker, Refused, type Room } from './page.ts'
import { valueWord } from './value-words.ts'

/** The journal's lines behind a figure, page by page; who read what is not in the journal. */
export const rowsPage: PageMaker = async (ask, room): Promise<Page> => {
  const { words, url, today } = room
  const asked = (name: string) => url.searchParams.get(name)
  const units = (asked('unit') ?? '').split(',').filter(isUnit)
  const [from, to] = [asked('from') ?? today, asked('to') ?? today]
  if (units.length === 0 || !isDay(from) || !isDay(to)) throw new Refused('bad-request')
  const branch = askedBranch(room)
  const where = Object.fromEntries(SPLITS.map((split) => [split, asked(split)]))
  const [correction, after] = [asked('correction'), asked('after')]
  const answer = await ask<RowsAnswer>('/api/statistics/rows', { unit: units.join(','), from, to, branch, ...where, correction, after })
  const money = units.includes('paid-income')
  const table: Table = {
    name: 'rows',
    title: `${units.map((unit) => words.units[unit]).join(' + ')}: ${from === to ? dayText(from) : `${dayText(from)} – ${dayText(to)}`}`,
    columns: columns(room, money),
    rows: answer.rows.map((row) => cells(room, row, money)),
  }
  return {
    title: words.rowsBehind,
    tables: [table],
    body: html`<div class="statistics" data-rows="${answer.rows.length}">
      <div class="lead"><h1>${words.rowsBehind}</h1>
      <p>${[
        branchName(
          room,
          room.branches.find(({ id }) => id === branch),
        ),
        ...conditionWords(room),
        ...(correction === null ? [] : [words.corrections]),
      ].join(' · ')}</p></div>
      <div class="cards">${tableCard(room, table, {
        note: words.rowsHelp,
        opens: (row, column) => {
          const record = answer.rows[row]?.recordId
          return record && table.columns[column]?.key === 'title' ? `/record/${record}` : undefined
        },
      })}</div>
      ${answer.next === null ? nothing : html`<p class="screen-only"><a class="button" href="${here(room, { after: answer.next })}">${words.nextPage}</a></p>`}
    </div>`,
  }
}

/** What the rows were chosen by, in words. */
export function conditionWords(room: Room): string[] {
  const said = (split: Split, values: string) =>
    `${room.words.splits[split]}: ${values
      .split(',')
      .map((value) => valueWord(room, split, value))
      .join(', ')}`
  return SPLITS.flatMap((split) => {
    const values = room.url.searchParams.get(split)
    return values === null ? [] : [said(split, values)]
  })
}

function columns({ words }: Room, money: boolean): Column[] {
  return [
    textColumn('at', words.when),
    textColumn('branch', words.branch),
    textColumn('by', words.who),
    { key: money ? 'amount' : 'quantity', label: words.count, kind: money ? 'money' : 'count' },
    textColumn('title', words.title),
    textColumn('contentGroup', words.splits.contentGroup),
    textColumn('language', words.splits.language),
    textColumn('reader', words.splits.readerCategory),
    textColumn('ageBand', words.splits.ageBand),
    textColumn('note', words.note),
  ]
}

function cells(room: Room, row: JournalRow, money: boolean) {
  const { words } = room
  const word = (split: 'contentGroup' | 'readerCategory' | 'ageBand', value: string | null) =>
    value === null || value === '' ? null : valueWord(room, split, value)
  const note = [row.byHand ? words.byHand : '', row.undoes === null ? '' : words.takesBack, row.note ?? ''].filter(Boolean).join('; ')
  return [
    instantText(row.at),
    row.branch === null ? words.noBranch : valueWord(room, 'branch', String(row.branch)),
    row.by,
    money ? row.amount : row.quantity,
    row.title,
    word('contentGroup', row.contentGroup),
    row.language === 'und' ? null : valueWord(room, 'language', row.language),
    word('readerCategory', row.readerCategory),
    word('ageBand', row.ageBand),
    note || null,
  ]
}
