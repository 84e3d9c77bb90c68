import type { IndicatorsAnswer, SeriesAnswer, TotalsAnswer } from '../../domain/statistics/answers.ts'
import { sumOf } from '../../domain/statistics/figure.ts'
import { periodOf } from '../../domain/statistics/period.ts'
import type { Table } from '../../domain/statistics/table.ts'
import type { Unit } from '../../domain/statistics/units.ts'
import { countText, dayText, decimalText, moneyText, monthName, shortMonthName } from '../../domain/written.ts'
import { columnBars } from '../../formats/svg/column-bars.ts'
import { sideBySide } from '../../formats/svg/side-by-side.ts'
import { html, nothing } from '../html.ts'
import { bigNumbers, changeText } from './big-numbers.ts'
import { choices, optionChoice } from './choices.ts'
import { figure } from './figure.ts'
import { splitTable, textColumn, unitColumn } from './figure-tables.ts'
import { link, type Page, type PageMaker, type Room } from './page.ts'
import { rowsLink } from './rows-link.ts'

const ISSUES: readonly Unit[] = ['loan', 'renewal', 'on-site-loan', 'on-site-use']
/** Of the library and of its events. */
const VISITS: readonly Unit[] = ['visit', 'event-visit']
const READERS: readonly Unit[] = ['registration', 're-registration']

/** One page for those who decide about money: what the library did this year, in plain words and big numbers. */
export const mayorPage: PageMaker = async (ask, room): Promise<Page> => {
  const { words, language, today, url } = room
  const thisYear = Number(today.slice(0, 4))
  const asked = Number(url.searchParams.get('year'))
  const year = Number.isInteger(asked) && asked > 1933 && asked <= thisYear ? asked : thisYear
  const end = year === thisYear ? today.slice(5) : '12-31'
  const span = (of: number) => ({ from: `${of}-01-01`, to: `${of}-${end === '02-29' ? '02-28' : end}` })
  const [now, before, months, groups, { indicators }] = await Promise.all([
    ask<TotalsAnswer>('/api/statistics/totals', span(year)),
    ask<TotalsAnswer>('/api/statistics/totals', span(year - 1)),
    ask<SeriesAnswer>('/api/statistics/series', { unit: 'loan,visit', step: 'month', ...span(year) }),
    ask<TotalsAnswer>('/api/statistics/totals', { split: 'contentGroup', unit: 'loan', ...span(year) }),
    ask<IndicatorsAnswer>('/api/statistics/indicators', { period: String(year) }),
  ])
  const sum = ({ figures }: TotalsAnswer, units: readonly Unit[]) => units.reduce((all, unit) => all + sumOf(figures, unit), 0)
  const indicator = (id: IndicatorsAnswer['indicators'][number]['id']) => indicators.find((each) => each.id === id)?.local.value ?? null
  const number = (units: readonly Unit[], label: string) => {
    const count = sum(now, units)
    const address = rowsLink(room, { units, ...span(year), branch: null })
    return { label, text: countText(count), change: changeText(count, sum(before, units), language), address }
  }
  const [cost, coverage, perDay] = [indicator('cost-per-loan'), indicator('coverage'), indicator('loans-per-day')]
  const byMonth = monthTable(room, months)
  const drawn = { ...byMonth, rows: byMonth.rows.map((row, index) => [shortMonthName(index + 1, language), ...row.slice(1)]) }
  const { table: byGroup, values } = splitTable(room, groups.figures, ['loan'], 'contentGroup', 'loans-by-class', words.whatWasRead)
  const opened = (id: string, text: string) =>
    html`<a href="${link(room, '/statistics/indicators', { period: String(year) })}#indicator-${id}">${text}</a>`
  const said = (table: Table) => ({ id: table.name, title: table.title, description: words.barsHelp, write: countText })
  return {
    title: words.whatWeDid(String(year)),
    tables: [byMonth, byGroup],
    body: html`<div class="statistics mayor" data-mayor="${year}">
      ${choices(
        room,
        optionChoice(
          'year',
          words.year,
          Array.from({ length: 6 }, (_, back) => [String(thisYear - back), String(thisYear - back)] as const),
          String(year),
        ),
      )}
      <p class="print-head">${words.city}</p>
      <h1>${words.whatWeDid(String(year))}</h1>
      <p class="plain">${words.mayorLead({ visits: countText(sum(now, VISITS)), loans: countText(sum(now, ISSUES)), readers: countText(sum(now, READERS)) })}</p>
      ${bigNumbers([
        number(READERS, words.readers),
        number(VISITS, words.visits),
        number(ISSUES, words.issues),
        number(['reference-answer'], words.units['reference-answer']),
        number(['event'], words.units.event),
        number(['copy-added'], words.units['copy-added']),
      ])}
      <div class="plain" data-sentences>
        ${perDay === null ? nothing : html`<p>${opened('loans-per-day', words.everyDay(countText(Math.round(perDay))))}</p>`}
        ${coverage === null ? nothing : html`<p>${opened('coverage', words.ofHundred(decimalText(coverage * 100, language, 1)))}</p>`}
        ${cost === null ? html`<p class="screen-only">${words.budgetMissing} <a href="${link(room, '/statistics/year-facts', { year })}">${words.yearFacts}</a></p>` : html`<p class="cost" data-cost>${opened('cost-per-loan', words.costPerLoan(moneyText(cost)))}</p>`}
      </div>
      <div class="cards">${figure(room, byMonth, columnBars(said(byMonth), drawn), {
        opens: (row, column) => {
          const [unit, month] = [MONTHLY[column - 1], monthsOf(months)[row]]
          return unit && month ? rowsLink(room, { units: [unit], ...(periodOf(month) ?? span(year)), branch: null }) : undefined
        },
      })}${figure(room, byGroup, sideBySide(said(byGroup), byGroup), {
        opens: (row, column) =>
          column === 1
            ? rowsLink(room, { units: ['loan'], ...span(year), branch: null, where: { contentGroup: values[row] ?? '' } })
            : undefined,
      })}</div>
      <p class="quiet">${now.closedTo ? words.closedTo(dayText(now.closedTo)) : words.nothingYet} ${words.changeHelp}</p>
      <p class="signature print-only">${words.signature}</p>
      ${printButton(room)}
    </div>`,
  }
}

/** Printing needs the script; a browser's own menu does without it. */
export const printButton = ({ words }: Room) => html`<p class="screen-only"><button type="button" data-print>${words.print}</button></p>`

const MONTHLY: readonly Unit[] = ['loan', 'visit']
const monthsOf = ({ points }: Pick<SeriesAnswer, 'points'>) => [...new Set(points.map(({ at }) => at))].sort()

function monthTable(room: Room, { points }: SeriesAnswer): Table {
  const months = monthsOf({ points })
  const count = (month: string, unit: Unit) => points.find((point) => point.at === month && point.unit === unit)?.count ?? 0
  return {
    name: 'months',
    title: room.words.monthByMonth,
    columns: [textColumn('month', room.words.month), ...MONTHLY.map((unit) => unitColumn(room, unit))],
    rows: months.map((month) => [monthName(Number(month.slice(5)), room.language), ...MONTHLY.map((unit) => count(month, unit))]),
  }
}
