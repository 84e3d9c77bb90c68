import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cardNumber } from '../../worker/domain/identifiers.ts'
import { type System, startSystem } from '../support/system.ts'
import { tooWide, violations } from './axe.ts'
import { openBrowser } from './chromium.ts'

const PICTURES = 'test/.output/screenshots'
const problems: string[] = []
let system: System
let browser: Browser

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  system = await startSystem()
  browser = await openBrowser()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await system?.remove()
}, 60_000)

async function desk(login: string, width: number, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 900 }, colorScheme })).newPage()
  page.setDefaultTimeout(10_000)
  page.on('pageerror', (error) => problems.push(String(error)))
  await page.goto(`${system.address}/desk`)
  // One process of the browser keeps one jar of cookies for all its contexts.
  await page.locator('input[name="login"], [data-sign-out]').first().waitFor()
  if (await page.locator('[data-sign-out]').isVisible()) await page.locator('[data-sign-out]').click()
  await page.locator('input[name="login"]').fill(login)
  await page.locator('input[name="password"]').fill('balqash-2026')
  await page.keyboard.press('Enter')
  await page.locator('input[name="scan"]').waitFor()
  return page
}

async function scan(page: Page, text: string) {
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

/** A title that can be held, and one of its copies. */
const BOOK = { record: 1 }

describe('a hold at the desk', () => {
  it('is placed and cancelled by keyboard alone, and tells its place in the queue', async () => {
    const page = await desk('librarian1', 1280)
    await page.keyboard.press('F8')
    await page.locator('input[name="reader"]:focus').waitFor()
    await scan(page, cardNumber(1))
    await page.locator('input[name="book"]:focus').waitFor()
    await scan(page, String(BOOK.record))
    await page.locator('[data-placed]').waitFor()
    const hold = page.locator('[data-hold]').first()
    expect(await hold.textContent()).toMatch(/Кезектегі орны: \d/)
    await page.screenshot({ path: `${PICTURES}/desk-hold-1280.png`, fullPage: true })
    await scan(page, String(BOOK.record))
    await page.locator('[data-refused="title-is-already-on-hold"]').waitFor()
    await hold.locator('[data-cancel]').focus()
    await page.keyboard.press('Enter')
    await page.locator('[data-yes]:focus').waitFor()
    await page.keyboard.press('Enter')
    await page.locator('[data-hold]').waitFor({ state: 'detached' })
    await page.keyboard.press('F3')
    await page.locator('[data-mode="return"][aria-pressed="true"]').waitFor()
    expect(problems).toEqual([])
  })
})

describe.each([360, 1280])('the screens of the desk at %i px', (width) => {
  it.each(['light', 'dark'] as const)('fit in three languages, and axe finds nothing, %s', async (colorScheme) => {
    const page = await desk('librarian1', width, colorScheme)
    for (const [screen, ready] of SCREENS) {
      await page.locator(`[data-screen="${screen}"]`).click()
      await page.locator(ready).first().waitFor()
      for (const language of ['ru', 'en', 'kk']) {
        await page.locator(`.languages button[lang="${language}"]`).click()
        await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' })
        expect(await tooWide(page), `${screen} ${language}`).toBe(0)
      }
      await page.screenshot({ path: `${PICTURES}/desk-${screen}-${width}-${colorScheme}.png`, fullPage: true })
      expect(await violations(page), screen).toEqual([])
    }
    expect(problems).toEqual([])
  })
})

const SCREENS = [
  ['desk', 'input[name="scan"]'],
  ['holds', 'input[name="book"]'],
] as const
