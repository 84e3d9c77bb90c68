import { isDay, isoWeekday } from '../../domain/calendar.ts'
import type { NetworkChangesAnswer, SeriesAnswer, TodayAnswer, TotalsAnswer, YearFactsAnswer } from '../../domain/statistics/answers.ts'
import type { Table } from '../../domain/statistics/table.ts'
import type { Unit } from '../../domain/statistics/units.ts'
import { countText, dayText, decimalText, weekdayName } from '../../domain/written.ts'
import { sideBySide } from '../../formats/svg/side-by-side.ts'
import { stackedBars } from '../../formats/svg/stacked-bars.ts'
import { todayBars } from '../../formats/svg/today-bars.ts'
import { html } from '../html.ts'
import { branchChoice, choices } from './choices.ts'
import { figure } from './figure.ts'
import { crossTable, splitTable, textColumn } from './figure-tables.ts'
import { askedBranch, type Page, type PageMaker, type Room } from './page.ts'
import { rowsLink } from './rows-link.ts'
import { trends, trendTable } from './trends.ts'
import { yearDays } from './year-days.ts'

const OF_TODAY: readonly Unit[] = ['visit', 'loan', 'renewal', 'on-site-loan', 'return', 'registration', 'reference-answer', 'paid-service']

/** The dashboard: today against its weekday, the year, what was lent, the branches, the decades. */
export const nowPage: PageMaker = async (ask, room): Promise<Page> => {
  const { words, today, language } = room
  const branch = askedBranch(room)
  const year = today.slice(0, 4)
  const [from, to] = [`${year}-01-01`, today]
  const [now, loans, byBranch, days, years, network, facts] = await Promise.all([
    ask<TodayAnswer>('/api/statistics/today', { branch }),
    ask<TotalsAnswer>('/api/statistics/totals', { from, to, branch, split: 'contentGroup,language', unit: 'loan' }),
    ask<TotalsAnswer>('/api/statistics/totals', { from, to, split: 'branch', unit: 'loan,visit' }),
    ask<SeriesAnswer>('/api/statistics/series', { unit: 'loan', step: 'day', from, to, branch }),
    ask<SeriesAnswer>('/api/statistics/series', { unit: 'loan,visit', step: 'year', from: '1934-01-01', to, branch }),
    ask<NetworkChangesAnswer>('/api/year-facts/network-changes'),
    ask<YearFactsAnswer>('/api/year-facts', { from: 1934, to: today.slice(0, 4) }),
  ])
  const usual = todayTable(room, now)
  const write = (value: number) => (Number.isInteger(value) ? countText(value) : decimalText(value, language, 1))
  const said = (table: Table, description: string) => ({ id: table.name, title: table.title, description, write: countText })
  const calendar = yearDays(room, Number(year), 'loan', new Map(days.points.map(({ at, count }) => [at, count])))
  const cross = crossTable(room, loans.figures, 'loan', 'contentGroup', 'language', 'loans-by-class', words.loansByClassAndLanguage)
  const branches = splitTable(room, byBranch.figures, ['loan', 'visit'], 'branch', 'branches', words.branchesSideBySide)
  const lines = trends(room, trendTable(room, years, facts), network.changes, facts)
  return {
    title: words.now,
    tables: [usual, calendar.table, cross.table, branches.table, ...lines.tables],
    body: html`<div class="statistics">
      <div class="lead"><h1>${words.now}</h1><p>${dayText(today)}, ${weekdayName(isoWeekday(today), language)}</p></div>
      ${choices(room, branchChoice(room))}
      <div class="cards">
      ${figure(room, usual, todayBars({ ...said(usual, words.todayHelp), write }, usual, words.usual), {
        note: words.todayHelp,
        opens: (row, column) => {
          const [unit, day] = [OF_TODAY[row], column === 1 ? today : usual.columns[column]?.key]
          return unit && day && isDay(day) ? rowsLink(room, { units: [unit], from: day, to: day }) : undefined
        },
      })}
      ${calendar.body}
      ${figure(room, cross.table, stackedBars(said(cross.table, words.stackHelp), cross.table), {
        opens: (row, column) => {
          const language = cross.columnValues[column - 1]
          return language && rowsLink(room, { units: ['loan'], from, to, where: { contentGroup: cross.rowValues[row] ?? '', language } })
        },
      })}
      ${lines.lines}
      ${figure(room, branches.table, sideBySide(said(branches.table, words.barsHelp), branches.table), {
        opens: (row, column) =>
          column === 0 ? undefined : rowsLink(room, { units: [column === 1 ? 'loan' : 'visit'], from, to, branch: branches.values[row] }),
      })}
      ${lines.changes}
      </div></div>`,
  }
}

function todayTable({ words, language }: Room, { day, totals, before }: TodayAnswer): Table {
  const known = before.filter(({ totals }) => Object.keys(totals).length > 0)
  const usual = (unit: Unit) => (known.length === 0 ? null : known.reduce((sum, { totals }) => sum + (totals[unit] ?? 0), 0) / known.length)
  return {
    name: 'today',
    title: words.todayAgainst(weekdayName(isoWeekday(day), language)),
    columns: [
      textColumn('unit', words.figure),
      { key: 'today', label: words.todaySoFar, kind: 'count' },
      { key: 'usual', label: words.usualColumn, kind: 'decimal' },
      ...known.map(({ day }) => ({ key: day, label: dayText(day), kind: 'count' as const })),
    ],
    rows: OF_TODAY.map((unit) => [words.units[unit], totals[unit] ?? 0, usual(unit), ...known.map(({ totals }) => totals[unit] ?? 0)]),
  }
}
