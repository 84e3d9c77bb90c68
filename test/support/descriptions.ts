import type { Description } from '../../worker/domain/catalogue/record.ts'

/** A description that says only this. */
export const aDescription = (said: Partial<Description> & { title: string }): Description => ({
  kind: 'book',
  contributors: [],
  language: 'kaz',
  languages: [],
  parallelTitles: [],
  series: [],
  isbns: [],
  issns: [],
  subjects: [],
  keywords: [],
  classes: [],
  notes: [],
  ...said,
})
