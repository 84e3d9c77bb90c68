import { scan } from '../desk.ts'
import type { Desk } from './counter.ts'
import { hostile, type Stage, type Surface } from './words.ts'

const go = ({ page }: Stage, screen: string) => page.locator(`[data-screen="${screen}"]`).click()
const row = (sheet: string, barcode = '') => `[data-sheet="${sheet}"] [data-row${barcode && `="${barcode}"`}]`

/** Marks a row and does a deed to it. */
async function batch({ page }: Stage, sheet: string, barcode: string, deed: string) {
  await page.locator(`${row(sheet, barcode)} input[type="checkbox"]`).check()
  await page.locator(`[data-sheet="${sheet}"] [data-batch="${deed}"]:enabled`).click()
}

export const SCREENS: Surface<Desk>[] = [
  [
    'a class in one list',
    async (stage) => {
      const { page, shows, cards, copies } = stage
      await go(stage, 'group')
      await page.locator('input[name="group-scan"]:focus').waitFor()
      await scan(page, cards[4] ?? '')
      await page.locator(`[data-group-card="${cards[4]}"]`).waitFor()
      await scan(page, copies.shift() ?? '')
      await page.locator('[data-lend-all]:enabled').click()
      await page.locator('[data-lent]').waitFor()
      await shows('[data-lent]', 'title')
    },
  ],
  [
    'the book drop',
    async (stage) => {
      const { page, shows, onPaper, cards, copies, elsewhere } = stage
      const [book = ''] = copies.splice(0, 1)
      await elsewhere('/api/holds', { reader: cards[2], copy: book, pickup: 1 })
      await go(stage, 'drop')
      await page.locator('input[name="drop-scan"]:focus').waitFor()
      await scan(page, book)
      await page.locator('[data-shown] .last [data-deed="returned"]').waitFor()
      await shows('[data-shown] .last', 'title', 'author', 'reader')
      await onPaper('[data-shown] [data-print-slip]', '[data-shown] [data-slip]', 'reader', 'title')
    },
  ],
  [
    'a hold that is placed and cancelled',
    async (stage) => {
      const { page, shows, offers, cards, copies } = stage
      await go(stage, 'holds')
      await offers('select[name="pickup"]', 'branch')
      await page.locator('input[name="reader"]').fill(cards[3] ?? '')
      await page.locator('input[name="book"]').fill(copies.shift() ?? '')
      await page.keyboard.press('Enter')
      await shows('[data-placed]', 'title', 'reader')
      await shows('[data-hold]', 'title', 'branch')
      await page.locator('[data-hold] [data-cancel]').first().click()
      await page.locator('[data-hold] [data-yes]').click()
      await page.locator('.notice.done').first().waitFor()
    },
  ],
  [
    'the pull list, and the slips of what was found',
    async (stage) => {
      const { page, onPaper, cards, copies, elsewhere } = stage
      const [book = ''] = copies.splice(0, 1)
      await elsewhere('/api/holds', { reader: cards[2], copy: book, pickup: 1 })
      await go(stage, 'lists')
      await onPaper('[data-sheet="pull-list"] [data-print]', row('pull-list', book), 'title', 'copy-shelfmark', 'location', 'branch')
      await batch(stage, 'pull-list', book, 'found')
      await page.locator('[data-slips]').waitFor()
      await onPaper('[data-print-slips]', '[data-slips]', 'reader', 'title')
    },
  ],
  [
    'the hold shelf, and what goes back to its shelf',
    async (stage) => {
      const { page, shows, onPaper, cards, copies, elsewhere } = stage
      const [book = ''] = copies.splice(0, 1)
      await elsewhere('/api/holds', { reader: cards[3], copy: book, pickup: 1 })
      await elsewhere('/api/returns', { copy: book, branch: 1 })
      await page.locator('[data-refresh]').click()
      await page.locator(row('hold-shelf', book)).waitFor()
      await onPaper('[data-sheet="hold-shelf"] [data-print]', '[data-sheet="hold-shelf"]', 'title', 'reader', 'branch')
      await batch(stage, 'hold-shelf', book, 'cancel-holds')
      await page.locator('[data-sheet="hold-shelf"] [data-yes]').click()
      await page.locator(`${row('hold-shelf', book)} b.look`).waitFor()
      await batch(stage, 'hold-shelf', book, 'put-away')
      await page.locator('[data-to-shelf]').waitFor()
      await shows('[data-to-shelf]', 'title')
    },
  ],
  [
    'the three piles of the van, their slips, and a transfer that is cancelled',
    async (stage) => {
      const { page, shows, offers, onPaper, copies, elsewhere } = stage
      const [book = '', asked = ''] = copies.splice(0, 2)
      await elsewhere('/api/transfers', { copy: asked, to: 2 })
      await go(stage, 'transfers')
      await offers('select[name="to"]', 'branch')
      await page.locator('select[name="to"]').selectOption('2')
      await page.locator('input[name="copy"]:focus').waitFor()
      await scan(page, book)
      await shows('[data-shown] .last', 'title', 'branch')
      await onPaper('[data-shown] [data-print-slip]', '[data-slip="transfer"]', 'branch', 'title')
      for (const pile of ['to-send', 'sent', 'expected'])
        await onPaper(`[data-sheet="${pile}"] [data-print]`, `[data-sheet="${pile}"]`, 'title', 'branch')
      await batch(stage, 'sent', book, 'slips')
      await onPaper('[data-print-slips]', '[data-slips]', 'title', 'branch')
      await page.locator('[data-sheet="expected"] [data-row] input[type="checkbox"]').first().check()
      await page.locator('[data-sheet="expected"] [data-batch="receive"]').click()
      await shows('[data-to-shelf], [data-slips]', 'title')
      await page.locator(`${row('sent', book)} [data-cancel]`).click()
      await page.locator('.cancel-form input[name="reason"]').fill(hostile('why'))
      await page.keyboard.press('Enter')
      await page.locator(row('sent', book)).waitFor({ state: 'detached' })
    },
  ],
  [
    'the overdue list and its letters',
    async (stage) => {
      const { page, onPaper } = stage
      await go(stage, 'overdue')
      await onPaper('[data-sheet="overdue"] [data-print]', row('overdue'), 'reader', 'title', 'reader-phone')
      await page.locator('[data-sheet="overdue"] input[name="choose-all"]').check()
      await page.locator('[data-batch="letters"]').click()
      await onPaper('[data-print-letters]', '.letter', 'reader', 'reader-phone', 'title', 'branch', 'phone')
      await page.locator('[data-batch="to-send"]').click()
      await page.locator('[data-reminded]').first().waitFor()
    },
  ],
  [
    'what readers were told, and the letters that wait for paper',
    async (stage) => {
      const { shows, onPaper } = stage
      await go(stage, 'notices')
      await onPaper('[data-shown] [data-print-letters]', '.letter', 'reader', 'title', 'branch')
      await shows('[data-sheet="outbox"]', 'reader', 'failure')
      await onPaper('[data-sheet="outbox"] [data-print]', row('outbox'), 'reader', 'failure')
    },
  ],
  [
    'a copy against which something stands',
    async (stage) => {
      const { page, shows, cards, copies, elsewhere } = stage
      const [book = ''] = copies.splice(0, 1)
      await elsewhere('/api/loans', { reader: cards[5], copy: book, branch: 1 })
      await go(stage, 'marks')
      await page.locator('[data-shown] input[name="copy"]:focus').waitFor()
      await scan(page, book)
      await shows('.marked-copy', 'author', 'title', 'reader', 'branch')
      await page.locator('.marked-copy input[name="note"]').fill(hostile('note'))
      await page.locator('[data-set-mark]').first().click()
      await shows('.marked-copy', 'title')
    },
  ],
  [
    'copies, their labels, and where they are moved to',
    async (stage) => {
      const { page, shows, offers, onPaper, copies } = stage
      const [book = ''] = copies.splice(0, 1)
      await go(stage, 'copies')
      await page.locator('input[name="find"]').fill(book)
      await page.keyboard.press('Enter')
      await shows(row('copies-found', book), 'copy-shelfmark', 'title', 'author', 'inventory', 'branch', 'location')
      await onPaper(
        '[data-sheet="copies-found"] [data-print]',
        row('copies-found', book),
        'copy-shelfmark',
        'title',
        'inventory',
        'location',
      )
      await page.locator(`[data-edit="${book}"]`).click()
      await shows('.copy-form h2', 'title')
      for (const [field, word] of [
        ['inventory-number', 'inventory'],
        ['shelfmark', 'copy-shelfmark'],
        ['location', 'location'],
      ] as const)
        await offers(`.copy-form [name="${field}"]`, word)
      await page.locator(`${row('copies-found', book)} input[type="checkbox"]`).check()
      await onPaper('[data-print-labels]', '.label-page.barcode', 'title', 'copy-shelfmark', 'inventory')
      await page.locator('.label-page svg.barcode').waitFor()
      await page.locator('select[name="label-kind"]').selectOption('spine')
      await onPaper('[data-print-labels]', '.label-page.spine', 'copy-shelfmark', 'code')
      await page.locator('input[name="pile"]').fill(book)
      await page.keyboard.press('Enter')
      await page.locator('input[name="new-place"]').fill(hostile('place'))
      await page.locator('[data-move]').click()
      await shows('[data-moved]', 'title')
      await page.locator('input[name="find"]').fill('абай')
      await page.keyboard.press('Enter')
      await shows('.which-title', 'title', 'author')
    },
  ],
  [
    'a file that is taken in, by its name',
    async (stage) => {
      const { page, shows } = stage
      await go(stage, 'import')
      const buffer = Buffer.from('<collection xmlns="http://www.loc.gov/MARC21/slim"></collection>')
      await page.locator('input[name="file"]').setInputFiles({ name: `${hostile('file')}.xml`, mimeType: 'application/xml', buffer })
      await page.locator('.import button[type="submit"]').click()
      await shows('[data-import-summary]', 'file')
    },
  ],
]
