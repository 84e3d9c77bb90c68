import type { ReportAnswer, ReportLine, ReportListAnswer } from '../../domain/statistics/answers.ts'
import type { FormText } from '../../domain/statistics/report-definition.ts'
import type { Cell, Table } from '../../domain/statistics/table.ts'
import { dayText } from '../../domain/written.ts'
import { type Html, html, nothing } from '../html.ts'
import { takeAway } from './cells.ts'
import { branchChoice, choices, optionChoice } from './choices.ts'
import { textColumn } from './figure-tables.ts'
import { askedBranch, branchName, type Page, type PageMaker, Refused, type Room } from './page.ts'
import { periodChoice, periodText } from './period-choice.ts'
import { formulaText, measureText, termList } from './reckoned.ts'
import { valueLink } from './rows-link.ts'
import { valueWord } from './value-words.ts'

/** The reports that are defined, one of them filled in; what could not be compared with the official form is marked. */
export const reportsPage: PageMaker = async (ask, room): Promise<Page> => {
  const { words, url, today } = room
  const { reports } = await ask<ReportListAnswer>('/api/statistics/reports')
  const chosen = reports.find(({ id }) => id === url.searchParams.get('report')) ?? reports[0]
  if (!chosen) throw new Refused('not-found')
  const asked = url.searchParams.get('period') ?? ''
  const period = fits(asked, chosen.period) ? asked : current(chosen.period, today)
  const branch = askedBranch(room)
  const answer = await ask<ReportAnswer>(`/api/statistics/reports/${chosen.id}`, { period, branch })
  const { report, sections } = answer
  const table = reportTable(room, answer)
  return {
    title: own(report.title, room),
    tables: [table],
    body: html`<div class="statistics report" data-report="${report.id}">
      <div class="lead"><h1>${own(report.title, room)}</h1>
      <p><strong>${periodText(period, room)}</strong> · ${branchName(
        room,
        room.branches.find(({ id }) => id === branch),
      )} · ${answer.closedTo ? words.closedTo(dayText(answer.closedTo)) : words.nothingYet}</p></div>
      ${choices(
        room,
        optionChoice(
          'report',
          words.report,
          reports.map((each) => [each.id, own(each.title, room)]),
          report.id,
        ),
        periodChoice(room, period, report.period),
        branchChoice(room),
      )}
      ${report.verified ? nothing : html`<p class="notice look" data-unverified><strong>${words.unverified}.</strong> ${words.unverifiedHelp}</p>`}
      ${report.note ? html`<p class="quiet">${own(report.note, room)}</p>` : nothing}
      <p class="quiet">${words.source}: ${own(report.source, room)}</p>
      ${sections.map(({ title, rows }, index) => section(room, own(title, room), rows, period, index))}
      ${takeAway(table, room)}
      <p class="signature print-only">${words.signature}</p>
    </div>`,
  }
}

const own = (text: FormText, { language }: Room) => text[language]

function section(room: Room, title: string, rows: readonly ReportLine[], period: string, index: number): Html {
  const { words } = room
  return html`<section class="card wide"><h2 id="section-${index}">${title}</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="${title}"><table class="form">
      <thead><tr><th scope="col">${words.rowCode}</th><th scope="col">${words.figure}</th><th scope="col" class="n">${words.value}</th></tr></thead>
      <tbody>${rows.map((row) => line(room, row, period))}</tbody>
    </table></div></section>`
}

function line(room: Room, row: ReportLine, period: string): Html {
  const { words } = room
  const measure = row.measure ?? 'count'
  const mark = row.verified === false ? html` <abbr class="look" title="${words.unverified}">*</abbr>` : nothing
  const behind = row.reckoned
    ? html`<details class="behind screen-only"><summary>${words.formula}</summary><p class="formula">${formulaText(row.reckoned.formula, room)}</p>${termList(row.reckoned, period, room)}</details>`
    : nothing
  return html`<tr data-row="${row.code}"><th scope="row">${row.code}</th><td>${own(row.label, room)}${mark}${behind}</td><td class="n">${row.reckoned ? opened(measureText(row.reckoned.value, measure, room), row.reckoned.value ? valueLink(room, row.reckoned, period) : undefined) : nothing}</td></tr>
    ${row.parts.map(({ value, count }) => {
      const address =
        row.reckoned && row.split && count !== 0 ? valueLink(room, row.reckoned, period, { split: row.split, value }) : undefined
      return html`<tr class="part"><td></td><td>${row.split ? valueWord(room, row.split, value) : value}</td><td class="n">${opened(measureText(count, measure, room), address)}</td></tr>`
    })}`
}

const opened = (text: string, address: string | undefined) => (address ? html`<a href="${address}">${text}</a>` : text)

function reportTable(room: Room, { report, period, sections }: ReportAnswer): Table {
  const { words } = room
  const value = (number: number | null | undefined, measure: ReportLine['measure']): Cell => {
    if (number === null || number === undefined) return null
    return measure === 'tiyn' ? number / 100 : measure === 'share' ? number * 100 : number
  }
  return {
    name: `${report.id}-${period}`,
    title: `${own(report.title, room)}: ${periodText(period, room)}`,
    columns: [
      textColumn('section', words.section),
      textColumn('code', words.rowCode),
      textColumn('label', words.figure),
      textColumn('part', words.part),
      { key: 'value', label: words.value, kind: 'count' },
      textColumn('measure', words.measure),
      textColumn('note', words.note),
    ],
    rows: sections.flatMap(({ title, rows }) =>
      rows.flatMap((row): Cell[][] => [
        [
          own(title, room),
          row.code,
          own(row.label, room),
          null,
          value(row.reckoned?.value, row.measure),
          words.measures[row.measure ?? 'count'],
          row.verified === false ? words.unverified : null,
        ],
        ...row.parts.map((part): Cell[] => [
          own(title, room),
          row.code,
          own(row.label, room),
          row.split ? valueWord(room, row.split, part.value) : part.value,
          value(part.count, row.measure),
          words.measures[row.measure ?? 'count'],
          null,
        ]),
      ]),
    ),
  }
}

const SHAPES = { year: /^\d{4}$/, quarter: /^\d{4}-Q[1-4]$/, month: /^\d{4}-\d\d$/ }

const fits = (period: string, kind: keyof typeof SHAPES) => SHAPES[kind].test(period)

function current(kind: keyof typeof SHAPES, today: string): string {
  if (kind === 'year') return today.slice(0, 4)
  return kind === 'month' ? today.slice(0, 7) : `${today.slice(0, 4)}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`
}
