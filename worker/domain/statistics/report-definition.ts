import type { Split } from './units.ts'

/** A text of a form: Kazakh is the language of record, English only explains. */
export interface FormText {
  kk: string
  ru: string
  en: string
}

export interface ReportRow {
  /** The row's number in the form. */
  code: string
  label: FormText
  /** See formula.ts. A row without one is a heading, or what the library cannot know from its journal. */
  formula?: string
  /** One line below it for each value of the split. Only for a formula of one unit, or of units added up. */
  split?: Split
  /** tiyn become tenge on paper; 'share' is a part of 1. */
  measure?: 'count' | 'tiyn' | 'share' | 'ratio'
  /** False: this row could not be compared with the official form. */
  verified?: boolean
}

interface ReportSection {
  title: FormText
  rows: ReportRow[]
}

/** A report is data: a new year's form is a new file. */
export interface ReportDefinition {
  id: string
  period: 'month' | 'quarter' | 'year'
  title: FormText
  /** The years it is filled in for; null: until further notice. */
  validFrom: number
  validTo: number | null
  /** Where the rows come from. */
  source: FormText
  /** False: the official form could not be read, and the report says so. */
  verified: boolean
  note?: FormText
  sections: ReportSection[]
}
