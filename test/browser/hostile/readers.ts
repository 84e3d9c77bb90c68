import { LOCK_AFTER_MS } from '../../../worker/domain/sign-in/session-time.ts'
import { leaveAlone } from '../desk.ts'
import type { Desk } from './counter.ts'
import { HOSTILE, hostile, type Surface, shortHostile } from './words.ts'

export const READERS: Surface<Desk>[] = [
  [
    'a reader’s form with all that is in it, and the card',
    async (stage) => {
      const { page, shows, offers, onPaper, cards, elsewhere } = stage
      const card = cards[2] ?? ''
      await elsewhere(`/api/readers/${card}/notes`, { text: hostile('note') })
      await elsewhere(`/api/readers/${card}/blocks`, { reason: hostile('block') })
      await page.locator('[data-screen="readers"]').click()
      await page.locator('input[name="find-reader"]').fill('reader')
      await page.keyboard.press('Enter')
      await shows('.found-readers', 'reader')
      await page.locator('input[name="find-reader"]').fill(card)
      await page.keyboard.press('Enter')
      await page.locator(`[data-reader-form="${card}"]`).waitFor()
      await shows('.reader-sheet h2', 'reader')
      await shows('.reader-facts ~ p', 'guarantor', 'guarantor-phone')
      await shows('[data-note]', 'note', 'staff')
      await shows('[data-block]', 'block')
      await shows('.reader-sheet [data-hold]', 'title', 'branch')
      await onPaper('[data-print-card]', '.reader-card', 'reader')
      await page.locator('[data-edit]').click()
      const fields = [
        ['name', 'reader'],
        ['guarantor', 'guarantor'],
        ['guarantor-phone', 'guarantor-phone'],
        ['phone', 'reader-phone'],
      ] as const
      for (const [field, word] of fields) await offers(`.reader-sheet [name="${field}"]`, word)
      await page.locator('.reader-sheet [name="phone"]').fill(shortHostile('half-written'))
      await page.locator('input[name="find-reader"]').fill(cards[5] ?? '')
      await page.keyboard.press('Enter')
      await shows('[data-kept-form]', 'reader')
      await shows(`[data-reader-form="${cards[5]}"] .line-title`, 'title')
      await page.locator('[data-open-form] [data-merge] summary').click()
      await page.locator('[data-open-form] [data-merge] [name="gone"]').fill(HOSTILE)
      await page.keyboard.press('Enter')
      await page.locator('[data-open-form] [data-refused]').waitFor()
      await shows('.reader-sheet h2', 'reader')
    },
  ],
  [
    'the readers whom a new one is like',
    async (stage) => {
      const { page, shows, birthYear } = stage
      await page.locator('[data-new-reader]').click()
      await page.locator('[data-register] [name="name"]').fill(hostile('reader'))
      await page.locator('[data-register] [name="birth-year"]').fill(birthYear)
      await page.locator('[data-register] [name="phone"]').focus()
      await shows('[data-alike]', 'reader')
    },
  ],
  [
    'the desk that is locked',
    async ({ page, shows }) => {
      await leaveAlone(page, LOCK_AFTER_MS)
      await shows('[data-locked]', 'staff')
      await page.locator('[data-locked] input[name="password"]').fill('balqash-2026')
      await page.keyboard.press('Enter')
      await page.locator('[data-locked]').waitFor({ state: 'detached' })
    },
  ],
]
