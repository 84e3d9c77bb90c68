import type { PeriodName } from './period.ts'
import type { ReportDefinition } from './report-definition.ts'
import annual2024 from './reports/annual-2024.json' with { type: 'json' }
import month2024 from './reports/month-2024.json' with { type: 'json' }
import national2025 from './reports/national-2025.json' with { type: 'json' }
import quarter2024 from './reports/quarter-2024.json' with { type: 'json' }
import year2024 from './reports/year-2024.json' with { type: 'json' }

/** The forms, each a file of its own; a new year's form is a file more. */
export const REPORTS = [month2024, quarter2024, year2024, national2025, annual2024] as readonly ReportDefinition[]

const LENGTH = { month: 7, quarter: 7, year: 4 }

/** The form of this name that holds for the period; undefined when there is none, or it is for another stretch of time. */
export function reportFor(id: string, period: PeriodName): ReportDefinition | undefined {
  const year = Number(period.slice(0, 4))
  return REPORTS.findLast(
    (report) =>
      report.id === id &&
      report.validFrom <= year &&
      (report.validTo === null || year <= report.validTo) &&
      period.length === LENGTH[report.period] &&
      period.includes('Q') === (report.period === 'quarter'),
  )
}
