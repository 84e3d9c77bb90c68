import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type System, startSystem } from '../support/system.ts'
import { openBrowser } from './chromium.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RUN = `axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map((node) => node.target)))`
let system: System
let browser: Browser

beforeAll(async () => {
  system = await startSystem()
  browser = await openBrowser()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await system?.remove()
}, 60_000)

/** The debugger puts axe into the page, for the page's own policy lets no script in. */
async function violations(page: Page): Promise<unknown> {
  const debug = await page.context().newCDPSession(page)
  await debug.send('Runtime.evaluate', { expression: AXE })
  const { result } = await debug.send('Runtime.evaluate', { expression: RUN, awaitPromise: true, returnByValue: true })
  return result.value
}

const PAGES = [
  ['/', 'li[data-record]'],
  ['/?q=абай&branch=1', '.columns li[data-record]'],
  ['/?q=qqqqzzzz', '.results .notice'],
  ['/record/1', '[data-branch] [data-available]'],
  ['/desk', 'input[name="login"]'],
] as const

describe.each([360, 1280])('at %i px', (width) => {
  it.each(['light', 'dark'] as const)(
    'every page fits and axe finds nothing, %s',
    async (colorScheme) => {
      const page = await (await browser.newContext({ viewport: { width, height: 800 }, colorScheme })).newPage()
      for (const [path, ready] of PAGES) {
        await page.goto(`${system.address}${path}`)
        await page.locator(ready).first().waitFor()
        expect(await violations(page), path).toEqual([])
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), path).toBeLessThanOrEqual(0)
      }
    },
    120_000,
  )
})

describe('the catalogue', () => {
  it('comes back to the same results, and remembers the language', async () => {
    const page = await (await browser.newContext()).newPage()
    await page.goto(`${system.address}/?q=${encodeURIComponent('абай')}`)
    await page.locator('[data-record] a').first().click()
    await page.locator('[data-branch]').first().waitFor()
    await page.goBack()
    await page.locator('[data-record]').first().waitFor()
    expect(await page.locator('input[name="q"]').inputValue()).toBe('абай')
    await page.locator('.languages [lang="en"]').click()
    await page.reload()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
  }, 60_000)
})
