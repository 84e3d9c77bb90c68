import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { screensOf } from '../../web/src/desk/screens.ts'
import { officeScreensOf } from '../../web/src/office/screens.ts'
import { openBrowser } from './chromium.ts'
import { openDesk, rowsOf } from './desk.ts'
import { browser, system } from './started.ts'
import { expectWhole } from './whole.ts'

const PAGES = [
  ['/', '.branches [data-opening]'],
  ['/search?q=абай&branch=1', '.columns li[data-record]'],
  ['/search?q=rjigtylbkth', '.correction'],
  ['/search?q=qqqqzzzz', '.results .notice'],
  ['/browse', '[data-group]'],
  ['/browse?by=authors', '[data-heading]'],
  ['/browse?by=subjects', '[data-heading]'],
  ['/branches', '[data-opening]'],
  ['/record/1', '#similar'],
  ['/record/999999', '[role="alert"]'],
  ['/nothing-here', '.water a[href="/"]'],
  ['/account', 'input[name="pin"]'],
  ['/statistics', '[data-open-data]'],
  ['/statistics/nothing-here', '[data-refused]'],
  ['/statistics/now', 'input[name="login"]'],
  ['/desk', 'input[name="login"]'],
  ['/office', 'input[name="login"]'],
] as const

describe('in three languages, light and dark, on a telephone and on a wide screen', () => {
  let page: Page

  beforeAll(async () => {
    page = await browser.newPage()
  })

  it.each(PAGES)('%s is whole', async (path, ready) => {
    await page.goto(`${system.address}${path}`)
    await page.locator(ready).first().waitFor()
    await expectWhole(page, path)
  })
})

describe.each([
  ['desk', 'director', screensOf('director')],
  ['office', 'administrator', officeScreensOf('administrator')],
] as const)('the %s', (face, login, screens) => {
  let own: Browser
  let page: Page

  beforeAll(async () => {
    // A browser of one process mixes up the cookies of its contexts.
    own = await openBrowser()
    page = await openDesk(own, system.address, login, { width: 360 })
    if (face === 'office') await page.goto(`${system.address}/office`)
  })
  afterAll(() => own.close())

  it.each(screens)('is whole at its screen: %s', async (screen) => {
    await page.locator(`[data-screen="${screen}"]`).click()
    await page.locator(`[data-screen="${screen}"][aria-current="page"]`).waitFor()
    await page.locator('main h1').first().waitFor({ state: 'attached' })
    await page.waitForLoadState('networkidle')
    await expectWhole(page, screen)
  })
})

describe('a page that cannot be shown', () => {
  it('is whole when the tables are broken, and leads to the page that was asked for', async () => {
    const page = await browser.newPage()
    await rowsOf(system, 'ALTER TABLE records RENAME TO records_away')
    try {
      const answer = await page.goto(`${system.address}/record/2`)
      expect(answer?.status()).toBe(500)
      // Another language is another request, until the page's script has come.
      await expectWhole(page, 'unexpected')
    } finally {
      await rowsOf(system, 'ALTER TABLE records_away RENAME TO records')
    }
    await page.locator('.water a.button').click()
    await page.locator('[data-branch]').first().waitFor()
  })

  it('is whole when the database is silent', async () => {
    const page = await browser.newPage()
    system.child.kill('SIGSTOP')
    const answer = await page.goto(`${system.address}/record/3`).finally(() => system.child.kill('SIGCONT'))
    expect(answer?.status()).toBe(503)
    await expectWhole(page, 'database-unavailable')
  })
})
