import { mayDo } from '../../domain/staff/permissions.ts'
import type { NetworkChangesAnswer, YearFactsAnswer } from '../../domain/statistics/answers.ts'
import type { Table } from '../../domain/statistics/table.ts'
import { YEAR_FACTS } from '../../domain/statistics/year-facts.ts'
import { countText, moneyText } from '../../domain/written.ts'
import { html, nothing } from '../html.ts'
import { tableHtml, takeAway } from './cells.ts'
import { choices, optionChoice } from './choices.ts'
import { textColumn } from './figure-tables.ts'
import { deedForm } from './forms.ts'
import { networkForm } from './network-form.ts'
import type { Page, PageMaker, Room } from './page.ts'
import { isMoney } from './reckoned.ts'

/** What no deed tells: inhabitants, staff, money. Somebody keeps it once a year, with its source. */
export const yearFactsPage: PageMaker = async (ask, room): Promise<Page> => {
  const { words, url, today, actor } = room
  const thisYear = Number(today.slice(0, 4))
  const asked = Number(url.searchParams.get('year'))
  const year = Number.isInteger(asked) && asked >= 1934 && asked <= thisYear ? asked : thisYear
  const [{ facts }, network] = await Promise.all([
    ask<YearFactsAnswer>('/api/year-facts', { from: 1934, to: thisYear }),
    ask<NetworkChangesAnswer>('/api/year-facts/network-changes'),
  ])
  const known = new Map(facts.filter((fact) => fact.year === year).map((fact) => [fact.fact, fact]))
  const table = factTable(room, facts)
  const mayEdit = actor !== undefined && mayDo(actor.role, 'enter-year-facts')
  return {
    title: words.yearFacts,
    tables: [table],
    body: html`<div class="statistics" data-year-facts="${year}">
      <div class="lead"><h1>${words.yearFacts}</h1><p>${words.yearFactsLead}</p></div>
      ${choices(
        room,
        optionChoice(
          'year',
          words.year,
          Array.from({ length: thisYear - 1933 }, (_, back) => [String(thisYear - back), String(thisYear - back)] as const),
          String(year),
        ),
      )}
      <div class="cards">
      <section class="card wide"><h2 id="facts-head">${words.yearText(String(year))}</h2>
      ${YEAR_FACTS.map((fact) => {
        const now = known.get(fact)
        const money = isMoney(fact)
        const text = now ? (money ? moneyText(now.value) : countText(now.value)) : words.unknown
        return html`<details class="fact" data-fact="${fact}"><summary><span>${words.facts[fact]}</span> <strong>${text}</strong>${now ? html` <small class="quiet">${now.source}</small>` : nothing}</summary>
        ${
          mayEdit
            ? deedForm(
                room,
                '/api/year-facts',
                fact,
                html`<input type="hidden" name="year:number" value="${year}" /><input type="hidden" name="fact" value="${fact}" /><label><span>${words.value}${money ? ', ₸' : ''}</span><input name="value:${money ? 'tenge' : 'number'}" type="number" min="0" inputmode="numeric" required value="${now ? (money ? Math.round(now.value / 100) : now.value) : ''}" /></label>
          <label><span>${words.source}</span><input name="source" required minlength="3" maxlength="200" value="${now?.source ?? ''}" /></label>
          <button type="submit">${words.save}</button>`,
              )
            : nothing
        }</details>`
      })}</section>
      ${mayEdit ? networkForm(room, network) : nothing}
      <section class="card wide"><details class="fact"><summary>${words.yearFacts}: ${words.table}</summary>${tableHtml(table, room)}${takeAway(table, room)}</details></section></div>
    </div>`,
  }
}

function factTable({ words }: Room, facts: YearFactsAnswer['facts']): Table {
  return {
    name: 'year-facts',
    title: words.yearFacts,
    columns: [
      textColumn('year', words.year),
      textColumn('fact', words.figure),
      { key: 'value', label: words.value, kind: 'count' },
      textColumn('source', words.source),
    ],
    rows: facts.map(({ year, fact, value, source }) => [
      String(year),
      `${words.facts[fact]}${isMoney(fact) ? ', ₸' : ''}`,
      isMoney(fact) ? value / 100 : value,
      source,
    ]),
  }
}
