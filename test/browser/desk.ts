import { createClient, type Row } from '@libsql/client/http'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { System } from '../support/system.ts'

interface At {
  width?: number
  colorScheme?: 'light' | 'dark'
  /** Where what goes wrong in the page is told. */
  problems?: string[]
}

/** The desk in a window of its own, signed in. */
export async function openDesk(browser: Browser, address: string, login: string, at: At = {}): Promise<Page> {
  const { width = 1280, colorScheme = 'light', problems } = at
  const page = await (await browser.newContext({ viewport: { width, height: 900 }, colorScheme })).newPage()
  page.setDefaultTimeout(30_000)
  page.on('pageerror', (error) => problems?.push(String(error)))
  await page.goto(`${address}/desk`)
  await signIn(page, login)
  return page
}

/** Fills in the form of a page of the staff. */
export async function signIn(page: Page, login: string) {
  // One process of the browser keeps one jar of cookies for all its contexts.
  await page.locator('.sign-in input[name="login"], [data-sign-out]').first().waitFor()
  if (await page.locator('[data-sign-out]').isVisible()) await page.locator('[data-sign-out]').click()
  await page.locator('.sign-in input[name="login"]').fill(login)
  await page.locator('.sign-in input[name="password"]').fill('balqash-2026')
  await page.keyboard.press('Enter')
  await page.locator('[data-sign-out]').waitFor()
}

/** What a scanner does: keys, then Enter. */
export async function scan(page: Page, text: string) {
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}

/** What a scanner does where text is written: nothing is waited for between its keys, so that they come too fast for fingers. */
export async function burst(page: Page, text: string) {
  await Promise.all([...text, 'Enter'].flatMap((key) => [page.keyboard.down(key), page.keyboard.up(key)]))
}

/** Another desk does it, in the session of this page. */
export async function post(page: Page, path: string, body: object) {
  const status = await page.evaluate(
    async ([to, text]) => {
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() }
      return (await fetch(to, { method: 'POST', headers, body: text })).status
    },
    [path, JSON.stringify(body)] as const,
  )
  expect(status, path).toBe(201)
}

export async function holdFor(page: Page, card: string, barcodes: string[], pickup = 1) {
  for (const copy of barcodes) await post(page, '/api/holds', { reader: card, copy, pickup })
}

export const sheet = (page: Page, id: string) => page.locator(`[data-sheet="${id}"]`)
export const row = (page: Page, id: string, barcode: string) => sheet(page, id).locator(`[data-row="${barcode}"]`)

/** As if nobody had touched the desk for so long, and then the window came to the front. */
export const leaveAlone = (page: Page, ms: number) =>
  page.evaluate(`localStorage.setItem('bulaq-last-input', String(Date.now() - ${ms})); dispatchEvent(new Event('focus'))`)

/** What the library's database answers, beside the Worker. */
export async function rowsOf({ env }: System, sql: string): Promise<Row[]> {
  return (await createClient({ url: `http://127.0.0.1:${env.LIBSQL_PORT}` }).execute(sql)).rows
}

/** What a reader has, in the order in which it was lent. */
export async function lentTo(system: System, card: string): Promise<string[]> {
  const loans = await rowsOf(
    system,
    `SELECT barcode FROM loans l JOIN copies c ON c.id = copy_id JOIN readers r ON r.id = reader_id
     WHERE returned_at IS NULL AND card = '${card}' ORDER BY l.id`,
  )
  return loans.map(({ barcode }) => String(barcode))
}

/** Copies of different titles on the shelves of the central library, and grown readers who may borrow and have nothing. */
export async function readyFor(system: System, { copies, cards }: { copies: number; cards: number }) {
  const free = await rowsOf(
    system,
    `SELECT barcode FROM copies c WHERE holding_branch_id = 1 AND on_site_only = 0 AND withdrawn_on IS NULL
       AND id NOT IN (SELECT copy_id FROM copy_whereabouts) AND record_id NOT IN (SELECT record_id FROM holds WHERE closed_at IS NULL)
       AND id NOT IN (SELECT copy_id FROM copy_incidents WHERE closed_at IS NULL) GROUP BY record_id ORDER BY id LIMIT ${copies}`,
  )
  const readers = await rowsOf(
    system,
    `SELECT card FROM readers d WHERE category = 'adult' AND blocked_reason IS NULL AND card_expires_on > date('now', '+40 days')
       AND id NOT IN (SELECT reader_id FROM loans WHERE returned_at IS NULL) AND id NOT IN (SELECT reader_id FROM reader_blocks)
       AND id NOT IN (SELECT reader_id FROM holds WHERE closed_at IS NULL)
     ORDER BY id LIMIT ${cards}`,
  )
  return { copies: free.map(({ barcode }) => String(barcode)), cards: readers.map(({ card }) => String(card)) }
}
