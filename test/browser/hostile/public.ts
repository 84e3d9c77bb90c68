import { expect } from 'vitest'
import { DEMONSTRATION_PIN } from '../../../worker/local/settings.ts'
import { hostile, type Surface } from './words.ts'

export interface Public {
  address: string
  renewable: { card: string; barcode: string }
}

const DESCRIBED = [
  'author',
  'subtitle',
  'responsibility',
  'edition',
  'place',
  'publisher',
  'extent',
  'abstract',
  'series',
  'subjects',
  'keywords',
  'notes',
]

export const PUBLIC: Surface<Public>[] = [
  [
    'the first page',
    async ({ page, address, shows }) => {
      await page.goto(address)
      await shows('.hits', 'title', 'author')
      await shows('.exhibitions', 'exhibition')
      await shows('ul.branches', 'branch', 'address')
    },
  ],
  [
    'what is offered while somebody types, and what is found',
    async ({ page, shows, offers }) => {
      await page.locator('input[name="q"]').fill('а')
      await shows('#suggestions', 'title')
      await page.locator('input[name="q"]').fill('абай')
      await page.keyboard.press('Enter')
      await page.locator('.hits mark, .hits li').first().waitFor()
      await shows('.hits', 'author')
      await offers('.hits', 'title')
    },
  ],
  [
    'a book, on the screen and on paper',
    async ({ page, address, shows }) => {
      await page.goto(`${address}/record/1`)
      await shows('.record h1', 'title')
      await shows('.description, .abstract, .subtitle', ...DESCRIBED)
      await shows('.record', 'branch', 'copy-shelfmark')
      await shows('.titles', 'title')
      await shows('.citation', 'title', 'publisher')
      const told = await page.evaluate(() => ({
        schema: JSON.parse(document.querySelector('script[type="application/ld+json"]')?.textContent ?? '{}'),
        title: document.querySelector('meta[property="og:title"]')?.getAttribute('content'),
        description: document.querySelector('meta[name="description"]')?.getAttribute('content'),
        known: JSON.parse(document.getElementById('known')?.textContent ?? '{}'),
      }))
      expect(told.schema).toMatchObject({ name: hostile('title'), abstract: hostile('abstract') })
      for (const text of [told.title, told.description, JSON.stringify(told.known.value.title), await page.title()])
        expect(text?.replaceAll('\\"', '"')).toContain(hostile('title'))
      await page.emulateMedia({ media: 'print' })
      await shows('.record', 'title', 'branch', 'copy-shelfmark', 'notes')
      await page.emulateMedia({ media: 'screen' })
    },
  ],
  [
    'authors, subjects and branches',
    async ({ page, address, shows }) => {
      for (const by of ['authors', 'subjects']) {
        await page.goto(`${address}/browse?by=${by}`)
        await shows('main', 'heading')
      }
      await page.goto(`${address}/branches`)
      await shows('.branch-cards', 'branch', 'address', 'phone', 'closing')
    },
  ],
  [
    'a reader’s own page',
    async ({ page, address, shows, offers, renewable }) => {
      await page.goto(`${address}/account?hold=1`)
      await page.locator('input[name="card"]').fill(renewable.card)
      await page.locator('input[name="pin"]').fill(DEMONSTRATION_PIN)
      await page.keyboard.press('Enter')
      await shows('[data-account] h1', 'reader')
      await shows('.place-hold', 'title', 'author')
      await offers('.place-hold select', 'branch')
      await shows('[data-loan]', 'title', 'author')
      await shows('[aria-labelledby="history"] .own', 'title')
      await shows('[data-own-passkey]', 'device')
      await page.locator('.place-hold button[type="submit"]').click()
      await shows('[data-hold]', 'title', 'branch')
    },
  ],
]
