/**
 * What the API of statistics answers. Days are local, instants UTC, money in tiyn. `branch` null: the whole library.
 * A part whose value is 'merged' stands for groups of fewer than five, in what the public gets.
 */
import type { Day } from '../calendar.ts'
import type { Balance, SheetPart } from './day-sheet.ts'
import type { Figure, Where } from './figure.ts'
import type { IndicatorDefinition } from './indicators.ts'
import type { NetworkChange } from './network-change.ts'
import type { PeriodName } from './period.ts'
import type { FormText, ReportDefinition, ReportRow } from './report-definition.ts'
import type { Split, Unit } from './units.ts'
import type { YearFact } from './year-facts.ts'

type DayState = 'open' | 'closed' | 'reopened'
export type UnitTotals = Partial<Record<Unit, number>>

/** GET /api/day-sheets/:day?branch=1 */
export interface DaySheetAnswer {
  day: Day
  branch: number
  state: DayState
  /** 0 while the day was never closed: its lines are counted as they come. */
  version: number
  versions: DayVersion[]
  parts: SheetPart[]
  corrections: { correction: number; closedAt: string; figures: Figure[] }[]
  balance: Balance[]
  /** From the first of the month and of the year up to this day, closed days only. */
  carried: { month: UnitTotals; year: UnitTotals }
}

export interface DayVersion {
  version: number
  closedAt: string
  /** Why it was opened again. */
  reopened: { reason: string; at: string; by: string | null } | null
}

/** GET /api/day-sheets?branch=1&from=&to= : every closed day, the newest first. */
export interface DayListAnswer {
  days: { day: Day; state: DayState; version: number; corrections: number; totals: UnitTotals }[]
}

/** GET /api/statistics/totals?from=&to=[&branch=][&split=language,contentGroup|branch][&unit=loan,visit] */
export interface TotalsAnswer {
  from: Day
  to: Day
  branch: number | null
  splits: (Split | 'branch')[]
  figures: Figure[]
  /** The last day closed: later days are not in the figures. */
  closedTo: Day | null
}

/** GET /api/statistics/series?unit=loan,visit&step=day|month|year&from=&to=[&branch=][&split=branch] */
export interface SeriesAnswer {
  step: 'day' | 'month' | 'year'
  points: { at: PeriodName; unit: Unit; count: number; where: Where }[]
  closedTo: Day | null
}

/** GET /api/statistics/today[?branch=] : the open day as it stands, and the closed figures of the same weekdays before it. */
export interface TodayAnswer {
  day: Day
  branch: number | null
  totals: UnitTotals
  /** The same weekday one to four weeks ago. */
  before: { day: Day; totals: UnitTotals }[]
}

/** A number and everything it was reckoned from. */
export interface Reckoned {
  formula: string
  value: number | null
  /** Each term of the formula with its value. One with a unit can be opened to the rows behind it, from `from` to the end of the period. */
  terms: { term: string; value: number | null; unit?: Unit; where?: Where; from?: Day; fact?: string }[]
}

/** GET /api/statistics/indicators?period=2026|2026-Q3|2026-11[&branch=] */
export interface IndicatorsAnswer {
  period: PeriodName
  branch: number | null
  indicators: { id: IndicatorDefinition['id']; measure: IndicatorDefinition['measure']; local: Reckoned; iso: Reckoned | null }[]
  closedTo: Day | null
}

/** GET /api/statistics/reports */
export interface ReportListAnswer {
  reports: Omit<ReportDefinition, 'sections'>[]
}

/** GET /api/statistics/reports/:id?period=2026[&branch=] */
export interface ReportAnswer {
  report: Omit<ReportDefinition, 'sections'>
  period: PeriodName
  branch: number | null
  sections: { title: FormText; rows: ReportLine[] }[]
  closedTo: Day | null
}

export interface ReportLine extends Omit<ReportRow, 'formula'> {
  reckoned: Reckoned | null
  parts: { value: string; count: number }[]
}

/** Any of these values; '' is none. */
export type WhereAny = { [split in Split]?: readonly string[] | undefined }

/**
 * GET /api/statistics/rows?from=&to=&unit=loan,renewal[&branch=][&language=kaz,rus&contentGroup=...][&correction=][&after=] : the journal
 * behind a figure, a hundred lines a page.
 */
export interface RowsAnswer {
  rows: JournalRow[]
  /** Give it as `after` for the next page. */
  next: string | null
}

export interface JournalRow {
  id: number
  /** When it was done, and when the library heard of it if a desk without a line told it later. */
  at: string
  recordedAt: string | null
  day: Day
  deed: string
  branch: number | null
  by: string | null
  quantity: number
  amount: number | null
  byHand: boolean
  contentGroup: string | null
  language: string
  kind: string | null
  readerCategory: string | null
  ageBand: string | null
  title: string | null
  recordId: number | null
  note: string | null
  undoes: number | null
}

/** GET /api/statistics/stock?month=2026-11[&branch=][&language=kaz,rus&contentGroup=&kind=][&after=] : the copies behind the stock of a month. */
export interface StockAnswer {
  copies: StockRow[]
  /** Give it as `after` for the next page. */
  next: number | null
}

export interface StockRow {
  id: number
  barcode: string
  inventoryNumber: string | null
  title: string
  recordId: number
  branch: number
  contentGroup: string
  language: string
  kind: string
  addedOn: Day | null
}

/** GET /api/hand-counts?branch=1&from=&to= */
export interface HandCountsAnswer {
  counts: (JournalRow & { unit: Unit; takenBack: boolean })[]
}

/** GET /api/year-facts?from=2003&to=2026 */
export interface YearFactsAnswer {
  facts: { year: number; fact: YearFact; value: number; source: string }[]
}

/** GET /api/year-facts/network-changes */
export interface NetworkChangesAnswer {
  changes: (NetworkChange & { id: number })[]
}

/** GET /api/sought?month=2026-11&found=0 : the same wish in other words is one, the most frequent first. */
export interface SoughtAnswer {
  month: string
  found: boolean
  questions: { question: string; times: number; spellings: string[] }[]
}

/** GET /api/statistics/daily?from=&to=[&branch=] : open data. `branch` null: branches with fewer than five, together. */
export interface DailyAnswer {
  days: { day: Day; branch: number | null; unit: Unit; count: number }[]
}
