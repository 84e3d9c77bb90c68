import type { Description } from '../../worker/domain/catalogue/record.ts'

const NOTHING_SAID: Omit<Description, 'title'> = {
  kind: 'book',
  contributors: [],
  language: 'und',
  languages: [],
  parallelTitles: [],
  series: [],
  isbns: [],
  issns: [],
  subjects: [],
  keywords: [],
  classes: [],
  notes: [],
}

/** A description as it is stored with its record; what it does not say is empty. */
export const storedDescription = ({ title, description }: Record<string, unknown>): Description => ({
  ...NOTHING_SAID,
  title: String(title),
  ...JSON.parse(String(description)),
})
