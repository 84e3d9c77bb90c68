import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BookRecord } from '../../web/src/api-shapes.ts'
import { cardNumber } from '../../worker/domain/identifiers.ts'
import { startFurnished } from '../support/furnished.ts'
import type { System } from '../support/system.ts'
import { tooWide, violations } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { openDesk, scan } from './desk.ts'

const PICTURES = 'test/.output/screenshots'
const problems: string[] = []
let system: System
let browser: Browser

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  system = await startFurnished()
  browser = await openBrowser()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await system?.remove()
}, 60_000)

/** Copies on the shelves of the central library, each of another title. */
async function copiesOnShelf(count: number): Promise<string[]> {
  const found: string[] = []
  for (let record = 1; found.length < count && record < 400; record += 1) {
    const answer = await fetch(`${system.address}/api/records/${record}`)
    if (!answer.ok) continue
    const here = ((await answer.json()) as BookRecord).branches.find(({ branch }) => branch.id === 1)
    const copy = here?.copies.find(({ status, onSiteOnly }) => status === 'available' && !onSiteOnly)
    if (copy) found.push(copy.barcode)
  }
  return found
}

async function inThreeLanguages(page: Page, name: string) {
  expect(await violations(page)).toEqual([])
  await page.screenshot({ path: `${PICTURES}/${name}-1280.png`, fullPage: true })
  await page.setViewportSize({ width: 360, height: 800 })
  for (const language of ['ru', 'en', 'kk']) {
    await page.locator(`.languages button[lang="${language}"]`).click()
    await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' })
    expect(await tooWide(page), language).toBe(0)
  }
  await page.screenshot({ path: `${PICTURES}/${name}-360.png`, fullPage: true })
  await page.setViewportSize({ width: 1280, height: 900 })
}

describe('the desk', () => {
  it('lends to a group, marks copies and replaces one, and sees what readers were told', async () => {
    const page = await openDesk(browser, system.address, 'director', { width: 1280, problems })
    const [one = '', two = '', broken = ''] = await copiesOnShelf(3)

    await page.locator('[data-screen="group"]').click()
    await page.locator('input[name="group-scan"]:focus').waitFor()
    await scan(page, one)
    expect(await page.locator('[data-group="0"]').count()).toBe(1)
    for (const [index, copy] of [one, two].entries()) {
      await scan(page, cardNumber(1 + index))
      await page.locator(`[data-group-reader="${cardNumber(1 + index)}"]`).waitFor()
      await scan(page, copy)
      await page.locator(`[data-group="${index + 1}"]`).waitFor()
    }
    await scan(page, one)
    await page.locator('[data-group="3"]').waitFor()
    await page.locator('[data-lend-group]').click()
    await page.locator('[data-line="refused"]').first().waitFor()
    await page.locator('[data-lend-group]:enabled').waitFor()
    for (const confirm of await page.locator('[data-confirm-line]').all()) expect(await confirm.isVisible()).toBe(true)
    expect(await page.locator('[data-line]').last().getAttribute('data-slugs')).toContain('copy-is-on-loan')
    await inThreeLanguages(page, 'desk-group')

    await page.locator('[data-screen="marks"]').click()
    await page.locator('input[name="copy"]:focus').waitFor()
    await scan(page, broken)
    await page.locator(`[data-copy="${broken}"][data-mark="none"]`).waitFor()
    await page.locator('[data-set-mark="damaged"]').click()
    await page.locator('[data-mark="damaged"]').waitFor()
    await inThreeLanguages(page, 'desk-marks')
    await page.locator('[data-end-mark="replaced"]').click()
    await page.locator('input[name="new-barcode"]').fill('39990000000017')
    await page.locator('[data-replace]').click()
    await page.locator('[data-mark="none"]').waitFor()
    expect(await page.locator('[data-set-mark]').count()).toBe(0)
    await page.locator('input[name="copy"]').fill('')
    await page.locator('input[name="copy"]').focus()
    await scan(page, '39990000000017')
    await page.locator('[data-copy="39990000000017"][data-mark="none"]').waitFor()

    await page.locator('[data-screen="notices"]').click()
    await page.locator('[data-notices]:not([data-notices=""])').waitFor()
    await page.locator('[data-show-letters]').click()
    await page.locator('[data-letters]:not([data-letters=""])').waitFor()
    await inThreeLanguages(page, 'desk-notices')
    expect(problems).toEqual([])
  }, 180_000)
})
