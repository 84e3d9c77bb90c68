import type { SoughtAnswer, TotalsAnswer } from '../../domain/statistics/answers.ts'
import { sumOf } from '../../domain/statistics/figure.ts'
import { periodOf } from '../../domain/statistics/period.ts'
import type { Table } from '../../domain/statistics/table.ts'
import { countText, decimalText } from '../../domain/written.ts'
import { html } from '../html.ts'
import { bigNumbers } from './big-numbers.ts'
import { choices, optionChoice } from './choices.ts'
import { tableCard } from './figure.ts'
import { textColumn } from './figure-tables.ts'
import { link, type Page, type PageMaker, Refused, type Room } from './page.ts'
import { periodText } from './period-choice.ts'

/** What was sought and what was not found, for those who buy books. Who sought is stored nowhere. */
export const soughtPage: PageMaker = async (ask, room): Promise<Page> => {
  const { words, language, url, today } = room
  const month = url.searchParams.get('month') ?? today.slice(0, 7)
  const period = periodOf(month)
  if (!period || month.length !== 7) throw new Refused('bad-request')
  const [unmet, met, totals] = await Promise.all([
    ask<SoughtAnswer>('/api/sought', { month, found: 0 }),
    ask<SoughtAnswer>('/api/sought', { month, found: 1 }),
    ask<TotalsAnswer>('/api/statistics/totals', { ...period, unit: 'search,unmet-search' }),
  ])
  const tables = [questionTable(room, 'unmet', words.unmetList, unmet), questionTable(room, 'sought', words.soughtList, met)]
  const [first, second] = tables
  const searches = sumOf(totals.figures, 'search')
  const empty = sumOf(totals.figures, 'unmet-search')
  return {
    title: words.sought,
    tables,
    body: html`<div class="statistics" data-sought="${month}">
      <div class="lead"><h1>${words.sought}</h1><p>${words.soughtLead}</p></div>
      ${choices(room, optionChoice('month', words.month, monthsBefore(room), month))}
      ${bigNumbers([
        { label: words.units.search, text: countText(searches) },
        { label: words.units['unmet-search'], text: countText(empty) },
        { label: words.unmetShare, text: searches === 0 ? '—' : `${decimalText((empty / searches) * 100, language, 1)} %` },
      ])}
      <div class="cards">
      ${first ? tableCard(room, first, { note: words.unmetHelp, opens: (row, column) => (column === 0 ? searchLink(unmet, row) : undefined) }) : ''}
      ${second ? tableCard(room, second, { opens: (row, column) => (column === 0 ? searchLink(met, row) : undefined) }) : ''}
      </div></div>`,
  }
}

const searchLink = ({ questions }: SoughtAnswer, row: number) => link({ language: 'kk' }, '/', { q: questions[row]?.question })

function questionTable({ words }: Room, name: string, title: string, { questions }: SoughtAnswer): Table {
  return {
    name,
    title,
    columns: [
      textColumn('question', words.question),
      { key: 'times', label: words.times, kind: 'count' },
      textColumn('spellings', words.spellings),
    ],
    rows: questions.map(({ question, times, spellings }) => [question, times, spellings.join('; ') || null]),
  }
}

function monthsBefore(room: Room): [string, string][] {
  const [year = 0, month = 1] = room.today.split('-').map(Number)
  return Array.from({ length: 24 }, (_, back) => {
    const date = new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7)
    return [date, periodText(date, room)]
  })
}
