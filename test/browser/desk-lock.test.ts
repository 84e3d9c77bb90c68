import { mkdirSync } from 'node:fs'
import { createClient } from '@libsql/client/http'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LOCK_AFTER_MS } from '../../worker/domain/sign-in/session-time.ts'
import { startFurnished } from '../support/furnished.ts'
import type { System } from '../support/system.ts'
import { tooWide, violations } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { openDesk, scan } from './desk.ts'

const PICTURES = 'test/.output/screenshots'
let system: System
let browser: Browser
const problems: string[] = []

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  system = await startFurnished()
  browser = await openBrowser()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await system?.remove()
}, 60_000)

/** As if nobody had touched the desk for so long, and then the window came to the front. */
const leaveAlone = (page: Page, ms: number) =>
  page.evaluate(`localStorage.setItem('bulaq-desk-last-input', String(Date.now() - ${ms})); dispatchEvent(new Event('focus'))`)

const loans = async () => {
  const client = createClient({ url: `http://127.0.0.1:${system.env.LIBSQL_PORT}` })
  return Number((await client.execute('SELECT count(*) AS count FROM loans')).rows[0]?.count)
}

async function password(page: Page) {
  await page.locator('[data-locked] input[name="login"]').fill('librarian1')
  await page.locator('[data-locked] input[name="password"]').fill('balqash-2026')
  await page.keyboard.press('Enter')
}

describe('a desk that nobody touches', () => {
  it('is locked, shows no reader, takes no scan, stays locked when opened anew, and goes on after the password', async () => {
    const page = await openDesk(browser, system.address, 'librarian1', { problems })
    await scan(page, '27103000000019')
    await page.locator('[data-reader="27103000000019"]').waitFor()
    await leaveAlone(page, LOCK_AFTER_MS - 60_000)
    expect(await page.locator('[data-locked]').count()).toBe(0)
    const before = await loans()
    await leaveAlone(page, LOCK_AFTER_MS)
    await page.locator('[data-locked]').waitFor()
    expect(await page.locator('[data-reader], .screens').count()).toBe(0)
    expect(await page.locator('[data-without-line]').count()).toBe(0)
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 })
      for (const language of ['ru', 'en', 'kk']) {
        await page.locator(`.languages button[lang="${language}"]`).click()
        await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' })
        expect(await tooWide(page), `${language} ${width}`).toBe(0)
        expect(await violations(page), `${language} ${width}`).toEqual([])
      }
      await page.screenshot({ path: `${PICTURES}/desk-locked-${width}.png`, fullPage: true })
    }
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.locator('h1').click()
    await scan(page, '37103000052091')
    await password(page)
    await page.locator('[data-reader="27103000000019"]').waitFor()
    expect(await loans()).toBe(before)
    await leaveAlone(page, LOCK_AFTER_MS)
    await page.locator('[data-locked]').waitFor()
    await page.reload()
    await page.locator('[data-locked]').waitFor()
    await password(page)
    await page.locator('[data-locked]').waitFor({ state: 'detached' })
    expect(problems).toEqual([])
  }, 120_000)

  it('goes on without a line, without the form of the reader, and asks for the password when the line is back', async () => {
    const page = await openDesk(browser, system.address, 'librarian1', { problems })
    await scan(page, '27103000000019')
    await page.locator('[data-reader="27103000000019"]').waitFor()
    await page.context().setOffline(true)
    await leaveAlone(page, LOCK_AFTER_MS)
    await page.locator('[data-without-line]').click()
    await page.locator('[data-locked]').waitFor({ state: 'detached' })
    expect(await page.locator('[data-reader]').count()).toBe(0)
    await page.context().setOffline(false)
    await page.locator('[data-locked]').waitFor({ timeout: 30_000 })
    await password(page)
    await page.locator('[data-locked]').waitFor({ state: 'detached' })
    expect(problems).toEqual([])
  }, 120_000)
})
