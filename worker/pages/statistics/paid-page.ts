import { daysBetween, isDay } from '../../domain/calendar.ts'
import type { SeriesAnswer, TotalsAnswer } from '../../domain/statistics/answers.ts'
import { sumOf } from '../../domain/statistics/figure.ts'
import type { Table } from '../../domain/statistics/table.ts'
import type { Unit } from '../../domain/statistics/units.ts'
import { moneyText } from '../../domain/written.ts'
import { columnBars } from '../../formats/svg/column-bars.ts'
import { html } from '../html.ts'
import { branchChoice, choices, dayChoice } from './choices.ts'
import { figure, tableCard } from './figure.ts'
import { splitTable, textColumn, unitColumn } from './figure-tables.ts'
import { printButton } from './mayor-page.ts'
import { askedBranch, type Page, type PageMaker, type Room } from './page.ts'
import { rowsLink } from './rows-link.ts'

const DAYS_OF_YEAR = 365.25
const UNITS: readonly Unit[] = ['paid-income', 'paid-service']

/** The sentence of the library's first director: how much paid services brought in so many years. */
export const paidPage: PageMaker = async (ask, room): Promise<Page> => {
  const { words, today, url } = room
  const asked = (name: string, otherwise: string) => {
    const day = url.searchParams.get(name) ?? ''
    return isDay(day) && day <= today ? day : otherwise
  }
  const to = asked('to', today)
  const from = asked('from', `${Number(to.slice(0, 4)) - 3}-01-01`)
  const branch = askedBranch(room)
  const [years, kinds] = await Promise.all([
    ask<SeriesAnswer>('/api/statistics/series', { unit: UNITS.join(','), step: 'year', from, to, branch }),
    ask<TotalsAnswer>('/api/statistics/totals', { unit: UNITS.join(','), split: 'kind', from, to, branch }),
  ])
  const income = sumOf(kinds.figures, 'paid-income')
  const byYear = yearTable(room, years)
  const byKind = splitTable(room, kinds.figures, UNITS, 'kind', 'paid-by-kind', words.paidByKind)
  const drawn = { ...byYear, columns: byYear.columns.slice(0, 2), rows: byYear.rows.map((row) => row.slice(0, 2)) }
  const count = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1
  return {
    title: words.paid,
    tables: [byYear, byKind.table],
    body: html`<div class="statistics mayor" data-paid="${income}">
      ${choices(room, dayChoice('from', words.from, from, today), dayChoice('to', words.to, to, today), branchChoice(room))}
      <p class="print-head">${words.city}</p>
      <h1>${words.paid}</h1>
      <p class="sentence" data-sentence><a href="${rowsLink(room, { units: ['paid-income'], from, to })}">${words.paidSentence({ from, to, count, money: moneyText(income) })}</a></p>
      <p class="plain">${words.paidPerYear(moneyText(income / Math.max(1, (daysBetween(from, to) + 1) / DAYS_OF_YEAR)))}</p>
      <div class="cards">
      ${figure(room, byYear, columnBars({ id: byYear.name, title: byYear.title, description: words.barsHelp, write: moneyText }, drawn), {
        opens: (row, column) => {
          const year = String(byYear.rows[row]?.[0])
          const [first, last] = [`${year}-01-01`, `${year}-12-31`]
          if (column === 0) return undefined
          return rowsLink(room, { units: UNITS.slice(column - 1, column), from: first < from ? from : first, to: last > to ? to : last })
        },
      })}
      ${tableCard(room, byKind.table, {
        opens: (row, column) =>
          column === 0
            ? undefined
            : rowsLink(room, { units: UNITS.slice(column - 1, column), from, to, where: { kind: byKind.values[row] ?? '' } }),
      })}
      </div>
      <p class="signature print-only">${words.signature}</p>
      ${printButton(room)}
    </div>`,
  }
}

function yearTable(room: Room, { points }: SeriesAnswer): Table {
  const years = [...new Set(points.map(({ at }) => at))].sort()
  const count = (year: string, unit: Unit) => points.find((point) => point.at === year && point.unit === unit)?.count ?? 0
  return {
    name: 'paid-by-year',
    title: room.words.paidByYear,
    columns: [textColumn('year', room.words.year), ...UNITS.map((unit) => unitColumn(room, unit))],
    rows: years.map((year) => [year, ...UNITS.map((unit) => count(year, unit))]),
  }
}
