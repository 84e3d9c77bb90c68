import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, dayOf } from '../../worker/domain/calendar.ts'
import { cardNumber } from '../../worker/domain/identifiers.ts'
import { rusmarcFile, titleWithIsbn } from '../fixtures/records/rusmarc.ts'
import { startFurnished } from '../support/furnished.ts'
import { runScript, type System, startSystem } from '../support/system.ts'
import { openBrowser } from './chromium.ts'
import { signIn } from './desk.ts'

const PICTURES = 'test/.output/screenshots'
const BARCODE = '39990000000011'
/** Within it a page that is looked at asks again. */
const MINUTE = 60_000
let system: System
let browser: Browser

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  ;[system, browser] = await Promise.all([startFurnished(), openBrowser()])
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await system?.remove()
}, 60_000)

async function open(path: string, width: number): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 800 } })).newPage()
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) problems.push(message.text())
  })
  await page.goto(`${system.address}${path}`)
  return page
}
const problems: string[] = []

async function scan(page: Page, text: string, expected: string) {
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await page.locator(expected).first().waitFor({ timeout: 20_000 })
}

describe('the spine', () => {
  it('imports a RUSMARC file, finds its book, lends it, sees it gone, takes it back and counts it', async () => {
    const file = join(PICTURES, '..', 'rusmarc-koi8.mrc')
    writeFileSync(file, rusmarcFile())
    const imported = await runScript('worker/local/import.ts', [file], system.env)
    expect(imported.output).toMatch(/added/)
    expect(imported.code).toBe(0)

    const visitor = await open('/', 360)
    await visitor.clock.install()
    await visitor.reload()
    await visitor.locator('input[name="q"]').fill('ледяной дом')
    await visitor.keyboard.press('Enter')
    const hit = visitor.locator('[data-record]', { hasText: 'Ледяной дом' }).first()
    await hit.waitFor()
    expect(await hit.locator('[data-available]').textContent()).toBe('1')
    await visitor.screenshot({ path: `${PICTURES}/search-360.png`, fullPage: true })

    const desk = await open('/desk', 1280)
    await desk.locator('input[name="login"]').fill('librarian1')
    await desk.locator('input[name="password"]').fill('balqash-2026')
    await desk.keyboard.press('Enter')
    await desk.locator('input[name="scan"]:focus').waitFor()
    await scan(desk, cardNumber(1), `text=${cardNumber(1)}`)
    await scan(desk, BARCODE, '[data-deed="loan"], [data-tone="yes"]:has-text("Ледяной дом")')
    await desk.screenshot({ path: `${PICTURES}/desk-lent-1280.png`, fullPage: true })
    await scan(desk, BARCODE, '[data-tone="stop"]')

    await visitor.clock.fastForward(MINUTE)
    await visitor
      .locator('[data-record]', { hasText: 'Ледяной дом' })
      .locator('[data-available]', { hasText: '0' })
      .first()
      .waitFor({ state: 'attached' })
    await visitor.locator('[data-record] a', { hasText: 'Ледяной дом' }).first().click()
    await visitor.locator('[data-branch="1"]').waitFor()
    await visitor.screenshot({ path: `${PICTURES}/record-360.png`, fullPage: true })

    await desk.keyboard.press('F3')
    await scan(desk, BARCODE, '[data-tone="yes"]:has-text("Ледяной дом")')
    await desk.screenshot({ path: `${PICTURES}/desk-returned-1280.png`, fullPage: true })

    const today = dayOf(new Date())
    const night = Date.parse(`${addDays(today, 1)}T00:05:00+05:00`)
    const run = await fetch(`${system.address}/cdn-cgi/handler/scheduled?cron=5+19+*+*+*&time=${night}`)
    expect(run.status).toBe(200)
    const answer = await fetch(`${system.address}/api/statistics/daily?from=${today}&to=${today}`)
    const { days } = (await answer.json()) as { days: { unit: string; count: number }[] }
    const count = (unit: string) => days.find((row) => row.unit === unit)?.count
    expect([count('loan'), count('return')]).toEqual([1, 1])
    expect(problems).toEqual([])
  }, 180_000)

  it('takes a file over the wire from the import screen, tells what became of it, and finds the book', async () => {
    const page = await open('/desk', 1280)
    await signIn(page, 'cataloguer')
    const screen = page.locator('[data-screen="import"]')
    if ((await screen.count()) > 0) await screen.click()
    const upload = async (name: string, bytes: Uint8Array) => {
      await page.locator('input[name="file"]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
      await page.locator('.import button[type="submit"]:enabled').click()
    }
    const counted = async (what: string) => (await page.locator(`[data-import-summary] [data-count="${what}"] dd`).textContent())?.trim()
    const file = titleWithIsbn('9780306406157', 'Балқаш мысының тарихы', ['39990000000201'])
    await upload('balqash.mrc', file)
    await page.locator('[data-import-summary]', { hasText: 'balqash.mrc' }).waitFor()
    expect([await counted('read'), await counted('added'), await counted('quarantined')]).toEqual(['1', '1', '0'])

    await upload('twice.mrc', file)
    await page.locator('[data-import-summary]', { hasText: 'twice.mrc' }).waitFor()
    expect([await counted('added'), await counted('unchanged')]).toEqual(['0', '1'])

    const visitor = await open(`/search?q=${encodeURIComponent('балқаш мысы')}`, 360)
    await visitor.locator('[data-record]', { hasText: 'Балқаш мысының тарихы' }).first().waitFor()
    expect(problems).toEqual([])
  }, 120_000)

  it('keeps what it has when it is stopped and started again', async () => {
    expect(await system.stop()).toBe(0)
    await expect(fetch(`${system.address}/api/branches`)).rejects.toThrow()
    system = await startSystem(system.env.BULAQ_DATA)
    const response = await fetch(`${system.address}/api/catalogue?q=${encodeURIComponent('ЛЕДЯНОЙ ДОМ')}`)
    expect(await response.json()).toMatchObject({ total: 1, hits: [{ title: 'Ледяной дом', copies: { total: 1, available: 1 } }] })
  }, 120_000)
})
