import { addDays, type Day } from '../../domain/calendar.ts'
import type { DailyAnswer, NetworkChangesAnswer, SeriesAnswer, TotalsAnswer, YearFactsAnswer } from '../../domain/statistics/answers.ts'
import { sumOf } from '../../domain/statistics/figure.ts'
import type { Table } from '../../domain/statistics/table.ts'
import type { Unit } from '../../domain/statistics/units.ts'
import { countText, dayText } from '../../domain/written.ts'
import { sideBySide } from '../../formats/svg/side-by-side.ts'
import { html, nothing } from '../html.ts'
import { bigNumbers, changeText } from './big-numbers.ts'
import { choices, optionChoice } from './choices.ts'
import { figure, tableCard } from './figure.ts'
import { splitTable, textColumn } from './figure-tables.ts'
import { here, type Page, type PageMaker, type Room } from './page.ts'
import { trends, trendTable } from './trends.ts'
import { valueWord } from './value-words.ts'
import { yearDays } from './year-days.ts'

const HEADLINES: readonly Unit[] = ['registration', 'visit', 'loan', 'renewal', 'reference-answer', 'search']
const FIRST_YEAR = 1934

/** What the public may see: the library's totals, pictures and the anonymous figures of every day. */
export const openPage: PageMaker = async (ask, room): Promise<Page> => {
  const { words, language, today } = room
  const thisYear = Number(today.slice(0, 4))
  const year = askedYear(room, thisYear)
  const from = `${year}-01-01`
  const to = year === thisYear ? today : `${year}-12-31`
  const totals = (query: Record<string, string>) => ask<TotalsAnswer>('/api/statistics/totals', { from, to, ...query })
  const [now, before, byGroup, byLanguage, byBranch, days, years, network, facts] = await Promise.all([
    totals({}),
    ask<TotalsAnswer>('/api/statistics/totals', { from: yearEarlier(from), to: yearEarlier(to) }),
    totals({ split: 'contentGroup', unit: 'loan' }),
    totals({ split: 'language', unit: 'loan' }),
    totals({ split: 'branch', unit: 'loan,visit' }),
    ask<SeriesAnswer>('/api/statistics/series', { unit: 'loan', step: 'day', from, to }),
    ask<SeriesAnswer>('/api/statistics/series', { unit: 'loan,visit', step: 'year', from: `${FIRST_YEAR}-01-01`, to: today }),
    ask<NetworkChangesAnswer>('/api/year-facts/network-changes'),
    ask<YearFactsAnswer>('/api/year-facts', { from: 1934, to: today.slice(0, 4) }),
  ])
  const all: Table = {
    name: 'totals',
    title: words.allUnits(String(year)),
    columns: [textColumn('unit', words.figure), { key: 'count', label: words.count, kind: 'count' }],
    rows: unitsIn(now).map((unit) => [words.units[unit], sumOf(now.figures, unit)]),
  }
  const calendar = yearDays(room, year, 'loan', new Map(days.points.map(({ at, count }) => [at, count])))
  const groups = splitTable(room, byGroup.figures, ['loan'], 'contentGroup', 'loans-by-class', words.loansByClass)
  const languages = splitTable(room, byLanguage.figures, ['loan'], 'language', 'loans-by-language', words.loansByLanguage)
  const branches = splitTable(room, byBranch.figures, ['loan', 'visit'], 'branch', 'branches', words.branchesSideBySide)
  const lines = trends(room, trendTable(room, years, facts), network.changes, facts)
  const bars = ({ table }: { table: Table }) =>
    figure(room, table, sideBySide({ id: table.name, title: table.title, description: words.barsHelp, write: countText }, table))
  return {
    title: words.statistics,
    tables: [all, calendar.table, groups.table, languages.table, branches.table, ...lines.tables],
    files: { daily: async () => dailyTable(room, await ask<DailyAnswer>('/api/statistics/daily', { from, to })) },
    keep: 'public, max-age=600',
    body: html`<div class="statistics">
      <div class="lead"><h1>${words.whatWeDid(String(year))}</h1>
      <p>${now.closedTo ? words.closedTo(dayText(now.closedTo)) : words.nothingYet}</p></div>
      ${choices(room, optionChoice('year', words.year, yearsFrom(years, thisYear), String(year)))}
      ${bigNumbers(
        HEADLINES.map((unit) => {
          const count = sumOf(now.figures, unit)
          return { label: words.units[unit], text: countText(count), change: changeText(count, sumOf(before.figures, unit), language) }
        }),
      )}
      <p class="quiet">${words.changeHelp}</p>
      <div class="cards">${calendar.body}${bars(groups)}${bars(languages)}${lines.lines}${bars(branches)}${lines.changes}${tableCard(room, all, { narrow: true })}
      <section class="card" data-open-data>
        <h2 id="open-data-head">${words.openData}</h2>
        <p>${words.openDataLead(String(year))}</p>
        <p class="quiet">${words.openDataTerms}</p>
        <p class="take-away">${(['csv', 'xlsx', 'json'] as const).map((as) => html`<a href="${here(room, { table: 'daily', as })}" download>${as.toUpperCase()}</a>`)}</p>
      </section></div>
      ${now.closedTo ? nothing : html`<p>${words.nothingYet}</p>`}
    </div>`,
  }
}

function dailyTable(room: Room, { days }: DailyAnswer): Table {
  const { words } = room
  return {
    name: 'daily',
    title: words.openData,
    columns: [
      { key: 'day', label: words.date, kind: 'day' },
      { key: 'branch', label: words.branchNumber, kind: 'count' },
      textColumn('branchName', words.branch),
      textColumn('unit', words.figure),
      { key: 'count', label: words.count, kind: 'count' },
    ],
    rows: days.map(({ day, branch, unit, count }) => [
      day,
      branch,
      branch === null ? words.merged : valueWord(room, 'branch', String(branch)),
      unit,
      count,
    ]),
  }
}

const unitsIn = ({ figures }: TotalsAnswer): Unit[] =>
  [...new Set(figures.map(({ unit }) => unit))].filter((unit) => unit !== 'paid-income')

const yearEarlier = (day: Day): Day =>
  day.endsWith('-02-29') ? yearEarlier(addDays(day, -1)) : `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`

function askedYear({ url }: Room, thisYear: number): number {
  const asked = Number(url.searchParams.get('year'))
  return Number.isInteger(asked) && asked >= FIRST_YEAR && asked <= thisYear ? asked : thisYear
}

function yearsFrom({ points }: SeriesAnswer, thisYear: number): [string, string][] {
  const years = new Set([thisYear, ...points.map(({ at }) => Number(at))])
  return [...years].sort((one, other) => other - one).map((year) => [String(year), String(year)])
}
