import type { IndicatorsAnswer, Reckoned } from '../../domain/statistics/answers.ts'
import type { Column, Table } from '../../domain/statistics/table.ts'
import { dayText } from '../../domain/written.ts'
import { type Html, html, nothing } from '../html.ts'
import { takeAway } from './cells.ts'
import { branchChoice, choices } from './choices.ts'
import { textColumn } from './figure-tables.ts'
import { askedBranch, type Page, type PageMaker, type Room } from './page.ts'
import { periodChoice, periodText } from './period-choice.ts'
import { formulaText, measureText, termList } from './reckoned.ts'

type Indicator = IndicatorsAnswer['indicators'][number]

/** Each indicator as the library reckons it and as ISO 2789 and 11620 do, with the formula and the numbers that went in. */
export const indicatorsPage: PageMaker = async (ask, room): Promise<Page> => {
  const { words, today, url } = room
  const period = url.searchParams.get('period') ?? today.slice(0, 4)
  const answer = await ask<IndicatorsAnswer>('/api/statistics/indicators', { period, branch: askedBranch(room) })
  const table = indicatorTable(room, answer)
  return {
    title: words.indicators,
    tables: [table],
    body: html`<div class="statistics">
      <div class="lead"><h1>${words.indicators}</h1><p>${periodText(period, room)} · ${answer.closedTo ? words.closedTo(dayText(answer.closedTo)) : words.nothingYet}</p></div>
      ${choices(room, periodChoice(room, period), branchChoice(room))}
      <p class="quiet">${words.indicatorsHelp}</p>
      <div class="cards">${answer.indicators.map((indicator) => card(room, indicator, period))}</div>
      ${takeAway(table, room)}
    </div>`,
  }
}

function card(room: Room, { id, measure, local, iso }: Indicator, period: string): Html {
  const { words } = room
  const side = (name: string, reckoned: Reckoned) => html`<div class="reckoned">
    <h3>${name}</h3><p class="value">${measureText(reckoned.value, measure, room)}</p>
    <p class="formula">${formulaText(reckoned.formula, room)}</p>${termList(reckoned, period, room)}
  </div>`
  return html`<section class="card" data-indicator="${id}" id="indicator-${id}">
    <h2>${words.indicatorNames[id]}</h2>
    <p class="quiet">${words.indicatorMeanings[id]}</p>
    <div class="sides">${side(iso ? words.localWay : words.oneWay, local)}${iso ? side('ISO 2789 / 11620', iso) : nothing}</div>
  </section>`
}

function indicatorTable(room: Room, { indicators, period }: IndicatorsAnswer): Table {
  const { words } = room
  const decimal = (key: string, label: string): Column => ({ key, label, kind: 'decimal' })
  const scaled = (reckoned: Reckoned | null, measure: Indicator['measure']) => {
    if (!reckoned || reckoned.value === null) return null
    return measure === 'tiyn' ? reckoned.value / 100 : measure === 'share' ? reckoned.value * 100 : reckoned.value
  }
  return {
    name: `indicators-${period}`,
    title: `${words.indicators}: ${periodText(period, room)}`,
    columns: [
      textColumn('indicator', words.figure),
      decimal('local', words.localWay),
      textColumn('localFormula', words.formula),
      decimal('iso', 'ISO'),
      textColumn('isoFormula', words.formula),
    ],
    rows: indicators.map(({ id, measure, local, iso }) => [
      `${words.indicatorNames[id]}${measure === 'tiyn' ? ', ₸' : measure === 'share' ? ', %' : ''}`,
      scaled(local, measure),
      formulaText(local.formula, room),
      scaled(iso, measure),
      iso ? formulaText(iso.formula, room) : null,
    ]),
  }
}
