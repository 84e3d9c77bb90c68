import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { BookRecord } from '../../web/src/api-shapes.ts'
import { cardNumber } from '../../worker/domain/identifiers.ts'
import { violations } from './axe.ts'
import { openDesk, scan } from './desk.ts'
import { browser, PICTURES, problems, system } from './started.ts'
import { expectWhole } from './whole.ts'

async function desk(login: string, width = 1280): Promise<Page> {
  const page = await openDesk(browser, system.address, login, { width, problems })
  await page.locator('input[name="scan"]').waitFor()
  return page
}

async function readyForHolds(page: Page) {
  await page.locator('select[name="pickup"] option').nth(1).waitFor({ state: 'attached' })
  await page.locator('input[name="reader"]:focus').waitFor()
}

const HELD = 1
const SENT = 3
const LENT = 5

const SCREENS = [
  ['desk', 'input[name="scan"]'],
  ['holds', 'input[name="book"]'],
  ['lists', '[data-sheet="hold-shelf"]'],
  ['transfers', '[data-sheet="expected"]'],
] as const

describe('a hold at the desk', () => {
  it('is placed and cancelled by keyboard alone, and tells its place in the queue', async () => {
    const page = await desk('librarian1', 1280)
    await page.keyboard.press('F8')
    await readyForHolds(page)
    await scan(page, cardNumber(1))
    await page.locator('input[name="book"]:focus').waitFor()
    await scan(page, String(HELD))
    await page.locator('[data-placed]').waitFor()
    const hold = page.locator('[data-hold]').first()
    expect(await hold.textContent()).toMatch(/Кезектегі орны: \d/)
    await page.screenshot({ path: `${PICTURES}/desk-hold-1280.png`, fullPage: true })
    await scan(page, String(HELD))
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

/** A copy of this record that stands on the shelf of the branch. */
async function copyOnShelf(record: number, branch: number): Promise<string> {
  const { branches } = (await (await fetch(`${system.address}/api/records/${record}`)).json()) as BookRecord
  const here = branches.find((each) => each.branch.id === branch)
  return here?.copies.find(({ status }) => status === 'available')?.barcode ?? ''
}

describe('the lists of the branch', () => {
  it('a held book is on the pull list, scanned it stands on the hold shelf, and each list prints by itself', async () => {
    const page = await desk('librarian1', 1280)
    await page.keyboard.press('F8')
    await readyForHolds(page)
    await scan(page, cardNumber(1))
    await page.locator('input[name="book"]:focus').waitFor()
    await scan(page, await copyOnShelf(HELD, 1))
    await page.locator('[data-placed="1"]').waitFor()
    await page.keyboard.press('F9')
    const pulled = page.locator('[data-sheet="pull-list"] [data-row]').filter({ hasText: cardNumber(1) })
    const barcode = (await pulled.getAttribute('data-row')) ?? ''
    await page.keyboard.press('F3')
    await page.locator('input[name="scan"]:focus').waitFor()
    await scan(page, barcode)
    await page.locator('[data-deed="returned"][data-tone="look"]').waitFor()
    await page.keyboard.press('F9')
    await page.locator(`[data-sheet="hold-shelf"] [data-row="${barcode}"]`).waitFor()
    expect(await page.locator(`[data-sheet="pull-list"] [data-row="${barcode}"]`).count()).toBe(0)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.staff-bar, [data-refresh], [data-print]').filter({ visible: true }).count()).toBe(0)
    await page.screenshot({ path: `${PICTURES}/desk-lists-paper.png`, fullPage: true })
    expect(problems).toEqual([])
  })
})

/** From its next picture on a slow machine: what is done after painting waits long, and a scanner does not wait for it. */
const PAINTS_LATE = `new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(painted)))).then(() => {
  const later = setTimeout
  requestAnimationFrame = (paint) => later(paint, 1_000)
  setTimeout = (then, ms, ...rest) => later(then, Math.max(ms ?? 0, 1_000), ...rest)
})`

describe('a transfer', () => {
  it('is sent with its slip, is expected at the other branch, and ends when it is scanned there', async () => {
    const page = await desk('librarian1', 1280)
    const barcode = await copyOnShelf(SENT, 1)
    await page.keyboard.press('F10')
    await page.locator('input[name="copy"]:focus').waitFor()
    await scan(page, barcode)
    await page.locator('select[name="to"]:focus').selectOption('2')
    await page.locator('input[name="copy"]:focus').waitFor()
    await scan(page, barcode)
    const slip = page.locator('[data-slip="transfer"]')
    await slip.filter({ hasText: barcode }).waitFor()
    await page.locator(`[data-sheet="sent"] [data-row="${barcode}"]`).waitFor()
    await page.screenshot({ path: `${PICTURES}/desk-sent-1280.png`, fullPage: true })
    await slip.locator('[data-print-slip]').evaluate((button) => button.closest('section')?.setAttribute('data-printed', ''))
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.sheet').filter({ visible: true }).count()).toBe(1)
    await page.screenshot({ path: `${PICTURES}/desk-slip-paper.png` })
    const there = await desk('librarian2', 1280)
    await there.keyboard.press('F10')
    await there.locator(`[data-sheet="expected"] [data-row="${barcode}"]`).waitFor()
    await there.evaluate(PAINTS_LATE)
    await there.keyboard.press('F3')
    await there.locator('input[name="scan"]:focus').waitFor()
    await scan(there, barcode)
    await there.locator('[data-deed="returned"]').waitFor()
    await there.keyboard.press('F10')
    await there.locator('[data-sheet="expected"]').waitFor()
    expect(await there.locator(`[data-sheet="expected"] [data-row="${barcode}"]`).count()).toBe(0)
    expect(problems).toEqual([])
  })
})

describe('a loan that may be confirmed', () => {
  it('asks, and goes on by Ctrl+Enter, never by the Enter of a scanner', async () => {
    const page = await desk('librarian1', 1280)
    const barcode = await copyOnShelf(LENT, 1)
    await scan(page, cardNumber(1))
    await page.locator(`[data-reader="${cardNumber(1)}"]`).waitFor()
    await scan(page, barcode)
    await page.locator('[data-deed="lent"]').waitFor()
    await scan(page, barcode)
    await page.locator('[data-confirm="copy-is-on-loan-to-this-reader"]').waitFor()
    expect(await violations(page)).toEqual([])
    await page.screenshot({ path: `${PICTURES}/desk-confirm-1280.png`, fullPage: true })
    await page.keyboard.press('Control+Enter')
    await page.locator('[data-confirm]').waitFor({ state: 'detached' })
    await page.locator('[data-deed="renewed"], [data-deed="renewal-changes-nothing"]').waitFor()
    expect(problems).toEqual([])
  })
})

describe('the screens of a desk with much to do', () => {
  it.each(SCREENS)('are whole: %s', async (screen, ready) => {
    const page = await desk('librarian1', 1280)
    await page.locator(`[data-screen="${screen}"]`).click()
    await page.locator(ready).first().waitFor()
    await expectWhole(page, screen)
    await page.screenshot({ path: `${PICTURES}/desk-${screen}-1280.png`, fullPage: true })
    expect(problems).toEqual([])
  })
})
