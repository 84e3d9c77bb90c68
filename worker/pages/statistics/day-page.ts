import { addDays, type Day, isDay, isoWeekday } from '../../domain/calendar.ts'
import type { DayListAnswer, DaySheetAnswer, HandCountsAnswer } from '../../domain/statistics/answers.ts'
import type { Table } from '../../domain/statistics/table.ts'
import type { Split, Unit } from '../../domain/statistics/units.ts'
import { dayText, instantText, longDayText, weekdayName } from '../../domain/written.ts'
import { type Html, html, nothing } from '../html.ts'
import { tableHtml } from './cells.ts'
import { branchChoice, choices, dayChoice } from './choices.ts'
import { balanceTable, correctionLines, correctionTable, LISTED, listTable, partTable, type SheetLine, splitTables } from './day-tables.ts'
import { tableCard } from './figure.ts'
import { closeAgainForm, handCountForm, handCountList, reopenForm } from './forms.ts'
import { askedBranch, branchName, link, type Page, type PageMaker, type Room } from './page.ts'
import { rowsLink } from './rows-link.ts'

/** The diary of one day at one branch: three parts, what they balance to, what came late, and how it was closed. */
export const dayPage: PageMaker = async (ask, room): Promise<Page> => {
  const { words, language, today } = room
  const branch = askedBranch(room) ?? room.branches[0]?.id ?? 1
  const asked = room.url.searchParams.get('day') ?? today
  const day = isDay(asked) && asked <= today ? asked : today
  const [sheet, list, byHand] = await Promise.all([
    ask<DaySheetAnswer>(`/api/day-sheets/${day}`, { branch }),
    ask<DayListAnswer>('/api/day-sheets', { branch, from: addDays(day, -13), to: day }),
    ask<HandCountsAnswer>('/api/hand-counts', { branch, from: day, to: day }),
  ])
  const parts = sheet.parts.map((part) => partTable(room, part, sheet))
  const splits = sheet.parts.flatMap(({ lines }) => lines.flatMap((line) => splitTables(room, line).map(({ table }) => table)))
  const folded = sheet.parts.flatMap(({ lines }) => splitCards(room, lines, day, branch))
  const balance = balanceTable(room, sheet)
  const corrections = correctionTable(room, sheet)
  const days = listTable(room, list)
  const rows = (unit: Unit, more: { from?: Day; where?: { byHand: string }; correction?: number } = {}) =>
    rowsLink(room, { units: [unit], from: day, to: day, branch, ...more })
  const behind = (unit: Unit) => [
    undefined,
    rows(unit),
    rows(unit, { where: { byHand: '1' } }),
    rows(unit, { correction: 0 }),
    rows(unit, { from: `${day.slice(0, 7)}-01` }),
    rows(unit, { from: `${day.slice(0, 4)}-01-01` }),
  ]
  const where = branchName(
    room,
    room.branches.find(({ id }) => id === branch),
  )
  return {
    title: `${words.day}: ${dayText(day)}`,
    tables: [...parts, balance, corrections, ...splits, days],
    body: html`<div class="statistics sheet-of-day" data-day="${day}" data-state="${sheet.state}" data-version="${sheet.version}">
      <div class="lead"><h1>${words.daySheet}</h1>
      <p><strong>${longDayText(day, language)}, ${weekdayName(isoWeekday(day), language)}</strong> · ${where}</p>
      ${stateLine(room, sheet)}</div>
      ${choices(room, dayChoice('day', words.date, day, today), branchChoice(room, true))}
      <p class="turn-days screen-only">${turn(room, addDays(day, -1), '←')} ${day < today ? turn(room, addDays(day, 1), '→') : nothing}</p>
      <div class="cards">
      ${sheet.parts.map(({ lines }, index) => {
        const table = parts[index]
        return table
          ? tableCard(room, table, {
              opens: (row, column) => {
                const unit = lines[row]?.unit
                return unit && behind(unit)[column]
              },
            })
          : nothing
      })}
      ${balanceCard(room, balance, sheet, rows)}
      ${
        sheet.corrections.length > 0
          ? tableCard(room, corrections, {
              note: words.correctionsHelp,
              opens: (row, column) => {
                const line = correctionLines(sheet)[row]
                return line && column === 3 ? rows(line.unit, { correction: line.correction }) : undefined
              },
            })
          : nothing
      }
      ${folded.length > 0 ? html`<section class="card wide">${folded}</section>` : nothing}
      ${tableCard(room, days, {
        opens: (row, column) => {
          const [unit, of] = [LISTED[column - 2], list.days[row]?.day]
          if (column === 0) return link(room, '/statistics/day', { day: of, branch })
          return unit && of && rowsLink(room, { units: [unit], from: of, to: of, branch })
        },
      })}
      </div>
      <p class="signature print-only">${words.signature}</p>
      ${handCountList(room, day, branch, byHand)}
      ${sheet.state === 'closed' ? reopenForm(room, day, branch) : nothing}
      ${sheet.state === 'reopened' ? closeAgainForm(room, day, branch) : nothing}
      ${handCountForm(room, day, branch)}
    </div>`,
  }
}

function turn(room: Room, day: Day, sign: string): Html {
  return html`<a class="button" href="${link(room, '/statistics/day', { day, branch: room.url.searchParams.get('branch') })}" aria-label="${dayText(day)}">${sign === '←' ? '← ' : ''}${dayText(day)}${sign === '→' ? ' →' : ''}</a>`
}

function stateLine({ words }: Room, { state, version, versions }: DaySheetAnswer): Html {
  const opened = versions.flatMap(({ version, reopened }) =>
    reopened
      ? [
          html`<li>${words.wasReopened(version)}: ${instantText(reopened.at)}${reopened.by ? ` · ${reopened.by}` : ''} — ${reopened.reason}</li>`,
        ]
      : [],
  )
  const closedAt = versions.find((each) => each.version === version)?.closedAt
  return html`<p class="badge ${state === 'closed' ? 'here' : 'out'}">${words.states[state]}${version > 0 ? ` · ${words.version(version)}` : ''}${state === 'closed' && closedAt ? ` · ${instantText(closedAt)}` : ''}</p>
    ${opened.length > 0 ? html`<ul class="quiet">${opened}</ul>` : nothing}`
}

/** The splits of a unit are folded under its name: a day has many. */
function splitCards(room: Room, lines: readonly SheetLine[], day: Day, branch: number): Html[] {
  return lines.flatMap((line) => {
    const tables = splitTables(room, line)
    if (tables.length === 0) return []
    const { unit } = line
    const opens = (split: Split, values: readonly string[]) => (row: number, column: number) =>
      column === 1 ? rowsLink(room, { units: [unit], from: day, to: day, branch, where: { [split]: values[row] ?? '' } }) : undefined
    return [
      html`<details class="fact" data-splits="${line.unit}"><summary>${room.words.units[line.unit]}: ${room.words.bySplits}</summary><div class="small-tables">${tables.map(({ table, split, values }) => html`<div><h3>${table.title}</h3>${tableHtml(table, room, opens(split, values))}</div>`)}</div></details>`,
    ]
  })
}

function balanceCard(room: Room, table: Table, { balance }: DaySheetAnswer, rows: (unit: Unit) => string): Html {
  const opens = (row: number, column: number) => {
    const unit = balance[row]?.unit
    return unit && column === 1 ? rows(unit) : undefined
  }
  const { words } = room
  const off = balance.filter(({ difference }) => difference !== 0)
  return html`<section class="card wide" data-balanced="${off.length === 0}">
    <h2 id="balance-head">${table.title}</h2>
    <p class="notice ${off.length === 0 ? 'yes' : 'look'}">${off.length === 0 ? `✓ ${words.balances}` : `! ${words.doesNotBalance(off.map(({ unit, difference }) => `${words.units[unit]}: ${difference > 0 ? '+' : ''}${difference}`).join('; '))}`}</p>
    ${tableHtml(table, room, opens)}
  </section>`
}
