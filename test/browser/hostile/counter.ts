import { scan } from '../desk.ts'
import { type Stage, type Surface, shortHostile } from './words.ts'

/** What the surfaces of the desk are reached with. */
export interface Desk {
  cards: string[]
  copies: string[]
  isbn: string
  /** Of the reader who comes first. */
  birthYear: string
  renewable: { card: string; barcode: string }
  /** Another desk does it. */
  elsewhere: (path: string, body: object) => Promise<unknown>
}

async function counter({ page }: Stage, key: 'F2' | 'F3') {
  await page.keyboard.press(key)
  await page.locator(`[data-mode="${key === 'F2' ? 'lend' : 'return'}"][aria-pressed="true"]`).waitFor()
  await page.locator('input[name="scan"]:focus').waitFor()
}

export const COUNTER: Surface<Desk>[] = [
  [
    'the bar and what the night found',
    async ({ page, shows, offers }) => {
      await shows('.who', 'staff')
      await offers('select[name="work-branch"]', 'branch')
      await page.locator('details.integrity summary').click()
      await shows('details.integrity', 'row', 'detail')
    },
  ],
  [
    'a code that is refused',
    async ({ page, clean }) => {
      await scan(page, shortHostile('code'))
      await page.locator('.last [data-tone="stop"]').getByText(shortHostile('code')).waitFor()
      await clean()
    },
  ],
  [
    'a reader who is blocked',
    async ({ page, shows, cards }) => {
      await scan(page, cards[1] ?? '')
      await shows('.counter .reader', 'reader', 'blocked')
      await page.keyboard.press('Escape')
    },
  ],
  [
    'a loan, confirmed once more and taken back',
    async ({ page, shows, cards, copies }) => {
      const [book = ''] = copies.splice(0, 1)
      await scan(page, cards[0] ?? '')
      await shows('.counter .reader', 'reader')
      await scan(page, book)
      await page.locator('.last [data-deed="lent"]').waitFor()
      await shows('.last', 'title', 'author', 'reader')
      await shows('.counter .reader [data-loan]', 'title')
      await page.keyboard.press('Control+z')
      await page.locator('.last [data-deed="undone"]').waitFor()
      await shows('.last', 'title')
      await shows('.earlier', 'title')
    },
  ],
  [
    'a loan that is renewed',
    async ({ page, shows, renewable }) => {
      await scan(page, renewable.card)
      await page.locator(`.reader [data-loan="${renewable.barcode}"] button`).click()
      await page.locator('.last [data-deed="renewed"]').waitFor()
      await shows('.last', 'title')
    },
  ],
  [
    'the copies that an ISBN names',
    async ({ page, shows, isbn }) => {
      await scan(page, isbn)
      await page.locator('[data-choice]').first().waitFor()
      await shows('.last', 'title')
      await shows('.found-copies', 'copy-shelfmark', 'inventory')
      await page.keyboard.press('Escape')
    },
  ],
  [
    'the slip of a book that is set aside',
    async (stage) => {
      const { page, shows, onPaper, copies, cards, elsewhere } = stage
      const [book = ''] = copies.splice(0, 1)
      await elsewhere('/api/holds', { reader: cards[2], copy: book, pickup: 1 })
      await counter(stage, 'F3')
      await scan(page, book)
      await shows('.last', 'reader', 'title', 'author')
      await onPaper('[data-print-slip]', '[data-slip="hold-shelf"]', 'reader', 'title')
    },
  ],
  [
    'the slip of a book that travels',
    async ({ page, shows, onPaper, copies, cards, elsewhere }) => {
      const [book = ''] = copies.splice(0, 1)
      await elsewhere('/api/holds', { reader: cards[2], copy: book, pickup: 2 })
      await scan(page, book)
      await page.locator('[data-slip="transfer"]').waitFor()
      await shows('.last', 'branch', 'title')
      await onPaper('[data-print-slip]', '[data-slip="transfer"]', 'branch', 'title')
    },
  ],
  [
    'the desk without a line, and what the library would not do afterwards',
    async (stage) => {
      const { page, shows, clean, copies, cards, elsewhere } = stage
      const [lent = '', taken = ''] = copies.splice(0, 2)
      await counter(stage, 'F2')
      await page.locator('[data-lists]').waitFor()
      await page.context().setOffline(true)
      await scan(page, cards[0] ?? '')
      await shows('.counter .reader', 'reader')
      await scan(page, lent)
      await page.locator('.last [data-offline]').waitFor()
      await shows('.last', 'title', 'reader')
      await scan(page, taken)
      await page.locator('[data-queue="2"]').waitFor()
      await elsewhere('/api/loans', { reader: cards[3], copy: taken, branch: 1 })
      await page.context().setOffline(false)
      await page.locator(`[data-exception="${taken}"]`).waitFor()
      await clean()
    },
  ],
]
