import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startFurnished } from '../support/furnished.ts'
import type { System } from '../support/system.ts'
import { tooWide, violations } from './axe.ts'
import { openLastingBrowser } from './chromium.ts'
import { readyFor, rowsOf, scan } from './desk.ts'

const PICTURES = 'test/.output/screenshots'
const profile = mkdtempSync(join(tmpdir(), 'bulaq-browser-'))
let system: System
let browser: BrowserContext | undefined

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  system = await startFurnished()
}, 180_000)

afterAll(async () => {
  await browser?.close().catch(() => undefined)
  await system?.remove()
  rmSync(profile, { recursive: true, force: true })
}, 60_000)

async function openPage(): Promise<Page> {
  browser = await openLastingBrowser(profile)
  const page = browser.pages()[0] ?? (await browser.newPage())
  page.setDefaultTimeout(20_000)
  return page
}

const rows = (sql: string) => rowsOf(system, sql)

describe('a desk without a line', () => {
  it('goes on for two hundred scans, is killed, opens again without a line, and brings each to the library once when it is back', async () => {
    const { copies, cards } = await readyFor(system, { copies: 101, cards: 21 })
    expect([copies.length, cards.length]).toEqual([101, 21])
    const [taken = '', ...lent] = copies
    let page = await openPage()
    await page.goto(`${system.address}/desk`)
    await page.locator('input[name="login"]').fill('librarian1')
    await page.locator('input[name="password"]').fill('balqash-2026')
    await page.keyboard.press('Enter')
    await page.locator('[data-sign-out]').waitFor()
    // The browser writes its cookies down when it is closed, and else only every half a minute.
    await browser?.close()
    page = await openPage()
    await page.goto(`${system.address}/desk`)
    await page.locator('[data-lists]').waitFor()
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)

    await browser?.setOffline(true)
    const from = new Date().toISOString()
    for (const [index, copy] of lent.entries()) {
      const card = cards[Math.floor(index / 5)] ?? ''
      if (index % 5 === 0) {
        await scan(page, card)
        await page.locator(`[data-reader="${card}"]`).waitFor()
      }
      await scan(page, copy)
    }
    await page.locator('[data-queue="100"]').waitFor()
    await page.screenshot({ path: `${PICTURES}/desk-offline-1280.png`, fullPage: true })
    expect([await violations(page), await tooWide(page)]).toEqual([[], 0])
    await page.keyboard.press('F3')
    for (const copy of lent) await scan(page, copy)
    await page.locator('[data-queue="200"]').waitFor()
    expect(await page.locator('.earlier [data-tone="stop"]').count()).toBe(0)
    // Meanwhile another desk lends one book that this desk lends now without knowing it.
    await page.keyboard.press('F2')
    const director = await signedIn('director')
    await director('POST', '/api/loans', { reader: cards[20], copy: taken, branch: 1 })
    await scan(page, cards[0] ?? '')
    await page.locator(`[data-reader="${cards[0]}"]`).waitFor()
    await scan(page, taken)
    await page.locator('[data-queue="201"]').waitFor()
    const to = new Date().toISOString()

    await killed(page)
    page = await openPage()
    await browser?.setOffline(true)
    await page.goto(`${system.address}/desk`)
    await page.locator('[data-queue="201"]').waitFor()
    expect(
      await rows(`SELECT id FROM loans WHERE lent_at >= '${from}' AND copy_id <> (SELECT id FROM copies WHERE barcode = '${taken}')`),
    ).toEqual([])

    await browser?.setOffline(false)
    await page.locator('[data-queue]').waitFor({ state: 'detached', timeout: 90_000 })
    const done = await rows(
      `SELECT c.barcode, l.lent_at, l.returned_at FROM loans l JOIN copies c ON c.id = l.copy_id WHERE l.lent_at BETWEEN '${from}' AND '${to}' ORDER BY l.lent_at, l.id`,
    )
    const own = done.filter(({ barcode }) => barcode !== taken)
    expect(own.map(({ barcode }) => barcode)).toEqual(lent)
    expect(own.filter(({ returned_at }) => String(returned_at) >= from && String(returned_at) <= to)).toHaveLength(100)
    const journal = await rows(
      `SELECT deed, count(*) AS lines FROM journal WHERE at BETWEEN '${from}' AND '${to}' AND json_extract(detail, '$.recordedAt') IS NOT NULL GROUP BY deed ORDER BY deed`,
    )
    expect(journal.map(({ deed, lines }) => [deed, lines])).toEqual([
      ['loan', 100],
      ['return', 100],
    ])

    const exception = page.locator(`[data-exception="${taken}"]`)
    expect(await exception.locator('.first').textContent()).not.toBe('')
    await page.screenshot({ path: `${PICTURES}/desk-exceptions-1280.png`, fullPage: true })
    expect(await violations(page)).toEqual([])
    await page.reload()
    await exception.locator('[data-settle]').focus()
    await page.keyboard.press('Enter')
    await exception.waitFor({ state: 'detached' })
  }, 300_000)
})

/** The whole browser dies, as by a power cut. */
async function killed(page: Page) {
  const debug = await page.context().newCDPSession(page)
  const closed = new Promise((resolve) => page.context().once('close', resolve))
  void debug.send('Browser.crash').catch(() => undefined)
  await closed
}

async function signedIn(login: string) {
  const send = (method: string, path: string, body: object, cookie = '') =>
    fetch(`${system.address}${path}`, { method, headers: { 'content-type': 'application/json', cookie }, body: JSON.stringify(body) })
  const session = await send('POST', '/api/session', { login, password: 'balqash-2026' })
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? ''
  return async (method: string, path: string, body: object) => expect((await send(method, path, body, cookie)).status).toBe(201)
}
