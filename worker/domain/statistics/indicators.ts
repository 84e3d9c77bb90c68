import type { ReportRow } from './report-definition.ts'

/** One indicator, as the library reckons it and, where that differs, as ISO 2789/11620 does. */
export interface IndicatorDefinition {
  id: IndicatorId
  measure: NonNullable<ReportRow['measure']>
  local: string
  /** Undefined: the standard has none, or reckons the same. */
  iso?: string
}

type IndicatorId =
  | 'reading-rate'
  | 'visits-per-reader'
  | 'turnover'
  | 'books-per-reader'
  | 'books-per-inhabitant'
  | 'renewal-of-stock'
  | 'coverage'
  | 'loans-per-librarian'
  | 'readers-per-librarian'
  | 'loans-per-day'
  | 'visits-per-day'
  | 'unmet-searches'
  | 'cost-per-loan'

/** Readers of the year so far: a reader counts once in a year (library.md 4.4). */
const READERS = 'registration[since=year] + re-registration[since=year]'
const ACTIVE = 'active-borrower[since=year]'
/** The local tradition counts a renewal as an issue; the standard does not. */
const ISSUES = 'loan + renewal + on-site-loan + on-site-use'
const LOANS = 'loan + on-site-loan'

/** library.md 4.6; the standard's are named as ISO 11620 names them: collection turnover, loans per capita, visits per capita. */
export const INDICATORS: readonly IndicatorDefinition[] = [
  { id: 'reading-rate', measure: 'ratio', local: `(${ISSUES}) / (${READERS})`, iso: `(${LOANS}) / (${ACTIVE})` },
  { id: 'visits-per-reader', measure: 'ratio', local: `(visit + event-visit) / (${READERS})`, iso: '(visit + event-visit) / @population' },
  { id: 'turnover', measure: 'ratio', local: `(${ISSUES}) / stock`, iso: `(${LOANS}) / stock` },
  { id: 'books-per-reader', measure: 'ratio', local: `stock / (${READERS})` },
  { id: 'books-per-inhabitant', measure: 'ratio', local: 'stock / @population' },
  { id: 'renewal-of-stock', measure: 'share', local: 'copy-added / stock' },
  { id: 'coverage', measure: 'share', local: `(${READERS}) / @population`, iso: `${ACTIVE} / @population` },
  { id: 'loans-per-librarian', measure: 'ratio', local: `(${ISSUES}) / @staff`, iso: `(${LOANS}) / @staff` },
  { id: 'readers-per-librarian', measure: 'ratio', local: `(${READERS}) / @staff`, iso: `${ACTIVE} / @staff` },
  { id: 'loans-per-day', measure: 'ratio', local: `(${ISSUES}) / @working-days`, iso: `(${LOANS}) / @working-days` },
  { id: 'visits-per-day', measure: 'ratio', local: 'visit / @working-days' },
  { id: 'unmet-searches', measure: 'share', local: 'unmet-search / search' },
  { id: 'cost-per-loan', measure: 'tiyn', local: `@budget / (${ISSUES})`, iso: `@budget / (${LOANS})` },
]
