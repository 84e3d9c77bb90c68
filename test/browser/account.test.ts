import { mkdirSync } from 'node:fs'
import { createClient } from '@libsql/client/http'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMONSTRATION_PIN } from '../../worker/local/settings.ts'
import { startFurnished } from '../support/furnished.ts'
import type { System } from '../support/system.ts'
import { openBrowserOfManyProcesses } from './chromium.ts'
import { holdBack } from './hold-back.ts'
import { expectWhole } from './whole.ts'

const PICTURES = 'test/.output/screenshots'
let system: System
let browser: Browser
const problems: string[] = []

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  system = await startFurnished()
  browser = await openBrowserOfManyProcesses()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await system?.remove()
}, 60_000)

async function open(path: string, context?: BrowserContext): Promise<Page> {
  const page = await (context ?? (await browser.newContext({ viewport: { width: 360, height: 780 } }))).newPage()
  page.on('pageerror', (error) => problems.push(String(error)))
  await page.goto(`${system.address}${path}`)
  return page
}

/** A reader with books at home, some of which may be renewed, and a title that can be held. */
async function aReader() {
  const client = createClient({ url: `http://127.0.0.1:${system.env.LIBSQL_PORT}` })
  const { rows } = await client.execute(
    `SELECT d.card, min(l.due_on), count(*) AS n FROM loans l JOIN readers d ON d.id = l.reader_id
     WHERE l.returned_at IS NULL AND d.blocked_reason IS NULL GROUP BY d.id HAVING min(l.due_on) > date('now', '+1 day') AND n > 1 LIMIT 1`,
  )
  const wanted = await client.execute("SELECT id FROM records WHERE on_shelf > 1 AND title <> '' ORDER BY id DESC LIMIT 1")
  client.close()
  return { card: String(rows[0]?.card), record: Number(wanted.rows[0]?.id) }
}

/** What the library says next of the account is held, and comes once it is let go. */
const HOLD_ACCOUNT = `(() => {
  const { fetch } = window
  const letGo = new Promise((resolve) => { window.letGo = resolve })
  window.held = new Promise((resolve) => {
    window.fetch = async (path, init) => {
      const answer = await fetch(path, init)
      if (path !== '/api/account' || init.method) return answer
      resolve()
      await letGo
      return answer
    }
  })
})()`

describe('a reader’s own page in the browser', () => {
  it('lets a reader in, places the hold that they came for, renews, and forgets them when they leave', async () => {
    const { card, record } = await aReader()
    const page = await open(`/account?hold=${record}`)
    await page.locator('input[name="card"]').fill(card)
    await page.locator('input[name="pin"]').fill('000001')
    await page.keyboard.press('Enter')
    await page.locator('[data-refused="sign-in-failed"]').waitFor()
    await expectWhole(page, 'refused')
    await page.screenshot({ path: `${PICTURES}/account-sign-in-360.png` })
    await page.locator('input[name="pin"]').fill(DEMONSTRATION_PIN)
    await page.keyboard.press('Enter')
    await page.locator(`[data-account="${card}"]`).waitFor()
    await page.locator('.place-hold button[type="submit"]').click()
    await page.locator('[data-hold]').waitFor()
    await page.locator('[data-renew-all]').click()
    await page.locator('[data-loan] .told, [data-loan] [data-refused]').nth(1).waitFor()
    await page.locator('summary').first().click()
    await expectWhole(page, 'signed in')
    await page.locator('.languages [lang="en"]').click()
    await page.locator('.place-hold .told', { hasText: 'On hold.' }).waitFor()
    await page.locator('.languages [lang="kk"]').click()
    await page.screenshot({ path: `${PICTURES}/account-360.png`, fullPage: true })
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.screenshot({ path: `${PICTURES}/account-1280-dark.png`, fullPage: true })
    await page.locator('[data-cancel]').click()
    await page.locator('[data-hold]').waitFor({ state: 'detached' })
    await page.locator('[data-leave]').click()
    await page.locator('input[name="pin"]').waitFor()
    await page.reload()
    await page.locator('input[name="pin"]').waitFor()
    expect(problems).toEqual([])
  }, 120_000)
})

describe('a terminal that many readers use', () => {
  it('shows nobody’s account to the next, though the answer about it comes late', async () => {
    const { card } = await aReader()
    const page = await open('/account')
    await page.locator('input[name="card"]').fill(card)
    await page.locator('input[name="pin"]').fill(DEMONSTRATION_PIN)
    await page.keyboard.press('Enter')
    await page.locator(`[data-account="${card}"]`).waitFor()
    await page.evaluate(HOLD_ACCOUNT)
    await page.locator('[data-history]').click()
    await page.evaluate('window.held')
    await page.locator('[data-leave]').click()
    await page.locator('input[name="pin"]').waitFor()
    await page.evaluate('window.letGo()')
    await page.locator('input[name="card"]').fill(card)
    await page.locator('input[name="pin"]').fill('000001')
    await page.keyboard.press('Enter')
    await page.locator('[data-refused="sign-in-failed"]').waitFor()
    expect(await page.locator('[data-account]').count()).toBe(0)
    expect(problems).toEqual([])
  })
})

describe('the language of a page', () => {
  it('is the one that was chosen last, though the words of another come late', async () => {
    const context = await browser.newContext({ serviceWorkers: 'block' })
    const page = await open('/account', context)
    await page.locator('input[name="pin"]').waitFor()
    const letGo = await holdBack(page, '**/assets/ru-*.js')
    const late = page.waitForResponse('**/assets/ru-*.js')
    await page.locator('.languages [lang="ru"]').click()
    await page.locator('.languages [lang="kk"]').click()
    letGo()
    await page.evaluate(`import('${(await late).url()}')`)
    expect(await page.evaluate("[document.documentElement.lang, localStorage.getItem('bulaq-language')]")).toEqual(['kk', 'kk'])
    expect(problems).toEqual([])
    await context.close()
  })
})

describe('the catalogue without a line', () => {
  it('opens, says so, and still answers the last search; what is the reader’s own is not kept', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 780 } })
    const page = await open('/', context)
    await page.evaluate(
      'navigator.serviceWorker.ready.then(() => new Promise((done) => navigator.serviceWorker.controller ? done() : navigator.serviceWorker.addEventListener("controllerchange", done)))',
    )
    await page.goto(`${system.address}/search?q=${encodeURIComponent('абай')}`)
    await page.locator('.hit').first().waitFor()
    const found = await page.locator('.hit').count()
    await page.goto(`${system.address}/browse?by=authors`)
    await page.locator('[data-heading]').first().waitFor()
    await page.goto(`${system.address}/account`)
    await page.locator('input[name="pin"]').waitFor()
    for (const query of ['?q=', '?by=authors'])
      await page.waitForFunction(async (asked) => {
        const cache = await caches.open('catalogue-kept')
        return (await cache.keys()).some(({ url }) => url.includes(asked))
      }, query)
    const kept = await page.evaluate(
      `caches.open('catalogue-kept').then((cache) => cache.keys()).then((keys) => keys.map(({ url }) => new URL(url).pathname))`,
    )
    expect(String(kept)).not.toMatch(/account|readers|session/)
    await context.setOffline(true)
    await page.goto(`${system.address}/search?q=${encodeURIComponent('абай')}`)
    await page.locator('[data-offline]').waitFor()
    await page.locator('.hit').first().waitFor()
    expect(await page.locator('.hit').count()).toBe(found)
    await expectWhole(page, 'offline')
    await page.screenshot({ path: `${PICTURES}/offline-360.png` })
    await page.goto(`${system.address}/browse?by=authors`)
    await page.locator('[data-heading]').first().waitFor()
    await page.goto(`${system.address}/branches`)
    await page.locator('[data-branch-card] a[href^="tel:"]').first().waitFor()
    await page.goto(`${system.address}/search?q=${encodeURIComponent('абай')}`)
    await page.locator('[data-offline]').waitFor()
    await context.setOffline(false)
    await page.reload()
    await page.locator('.hit').first().waitFor()
    expect(await page.locator('[data-offline]').count()).toBe(0)
    await context.close()
  }, 120_000)
})
