import type { Surface } from './words.ts'

export interface Reports {
  address: string
  /** A day that was opened again. */
  opened: string
}

interface Printed {
  name: string
  path: (opened: string) => string
  /** The words that stand there when everything is unfolded. */
  shown: string[]
  /** Those of them that are printed. */
  printed: string[]
}

export const PRINTED: Printed[] = [
  { name: 'the public figures', path: () => '/statistics', shown: ['branch', 'network', 'network-source'], printed: ['network'] },
  { name: 'the dashboard', path: () => '/statistics/now', shown: ['staff', 'branch', 'network'], printed: ['network'] },
  {
    name: 'the diary of a day',
    path: (day) => `/statistics/day?branch=1&day=${day}`,
    shown: ['branch', 'staff', 'reason'],
    printed: ['branch', 'reason'],
  },
  { name: 'the diary of today', path: () => '/statistics/day?branch=1', shown: ['note', 'kind'], printed: ['note'] },
  { name: 'the forms', path: () => '/statistics/reports?branch=1', shown: ['branch'], printed: ['branch'] },
  {
    name: 'the rows behind a figure',
    path: (day) => `/statistics/rows?unit=loan&branch=1&from=${day}`,
    shown: ['branch', 'staff', 'title'],
    printed: ['branch', 'staff', 'title'],
  },
  {
    name: 'the rows of what was counted by hand',
    path: (day) => `/statistics/rows?unit=event&from=${day}`,
    shown: ['note'],
    printed: ['note'],
  },
  {
    name: 'the stock',
    path: (day) => `/statistics/stock?branch=1&month=${day.slice(0, 7)}`,
    shown: ['branch', 'title', 'inventory'],
    printed: ['title', 'inventory'],
  },
  { name: 'what was sought', path: () => '/statistics/sought', shown: ['sought'], printed: ['sought'] },
  { name: 'the page for the mayor', path: () => '/statistics/mayor', shown: ['staff'], printed: [] },
  { name: 'the paid services', path: () => '/statistics/paid', shown: ['staff'], printed: [] },
  { name: 'the indicators', path: () => '/statistics/indicators', shown: ['staff'], printed: [] },
  {
    name: 'the facts of the years',
    path: () => '/statistics/year-facts?year=2025',
    shown: ['source', 'network', 'network-source'],
    printed: ['network'],
  },
]

/** The pages of the statistics, on the screen and on paper. */
export const STATISTICS = PRINTED.map(
  ({ name, path, shown, printed }): Surface<Reports> => [
    name,
    async ({ page, address, opened, shows }) => {
      await page.goto(address + path(opened))
      await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
      await shows('body', ...shown)
      await page.emulateMedia({ media: 'print' })
      await shows('body', ...printed)
      await page.emulateMedia({ media: 'screen' })
    },
  ],
)
