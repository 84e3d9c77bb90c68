import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { BookRecord } from '../../web/src/api-shapes.ts'
import { dayOf } from '../../worker/domain/calendar.ts'
import { cardNumber } from '../../worker/domain/identifiers.ts'
import { runScript } from '../support/system.ts'
import { violations } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { openDesk, scan } from './desk.ts'
import { filmLabel } from './fake-camera.ts'
import { holdBack } from './hold-back.ts'
import { browser, PICTURES, problems, system } from './started.ts'
import { expectWhole } from './whole.ts'

let book: BookRecord

beforeAll(async () => {
  book = (await (await fetch(`${system.address}/api/records/1`)).json()) as BookRecord
}, 180_000)

/** A copy that stands on a shelf, and where. */
function copyOnShelf() {
  const here = book.branches.find(({ copies }) => copies.some(({ status }) => status === 'available'))
  return { branch: here?.branch.id ?? 0, barcode: here?.copies.find(({ status }) => status === 'available')?.barcode ?? '' }
}

/** So many copies of different titles that stand at the central library. */
async function freeCopies(count: number): Promise<string[]> {
  const found: string[] = []
  for (let record = 20; found.length < count; record += 1) {
    const { branches } = (await (await fetch(`${system.address}/api/records/${record}`)).json()) as BookRecord
    const copies = branches.find(({ branch }) => branch.id === 1)?.copies ?? []
    const free = copies.find(({ status }) => status === 'available')
    if (free) found.push(free.barcode)
  }
  return found
}

describe('the camera of a phone', () => {
  it('reads a label as a scanner would, with nothing fetched from elsewhere', async () => {
    const { branch, barcode } = copyOnShelf()
    const film = `${PICTURES}/label.y4m`
    filmLabel(film, barcode)
    const watching = await openBrowser([
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${resolve(film)}`,
    ])
    try {
      const page = await openDesk(watching, system.address, `librarian${branch}`, { width: 360, problems })
      await page.locator('[data-mode="return"]').click()
      await page.locator('[data-open-camera]').click()
      await page.locator(`[data-camera="looking"] [data-read="${barcode}"]`).waitFor()
      await page.locator('[data-deed]').first().waitFor()
      await page.screenshot({ path: `${PICTURES}/desk-camera-360.png`, fullPage: true })
      expect(await violations(page)).toEqual([])
      await page.locator('[data-open-camera]').click()
      await page.locator('[data-camera]').waitFor({ state: 'detached' })
      expect(problems).toEqual([])
    } finally {
      await watching.close()
    }
  })
})

const ASKED = { status: 409, body: { refused: 'too-many-loans', confirmations: ['too-many-loans'], confirmBy: ['librarian'] } }
const lent = (copy: string) => ({ status: 201, body: { loan: { dueOn: '2030-01-15', copy: { title: copy } } } })

describe('a school class at the desk', () => {
  it('is lent to in one list, each line with its own answer', async () => {
    const page = await openDesk(browser, system.address, 'librarian1', { problems })
    const free = await freeCopies(3)
    await page.locator('[data-screen="group"]').click()
    await page.locator('input[name="group-scan"]:focus').waitFor()
    await scan(page, String(free[0]))
    await page.locator('[role="status"]', { hasText: 'Алдымен' }).first().waitFor()
    for (const [index, copy] of free.entries()) {
      await scan(page, cardNumber(11 + index))
      await page.locator(`[data-group-card="${cardNumber(11 + index)}"]`).waitFor()
      await scan(page, copy)
      await page.locator(`[data-group-lines="${index + 1}"]`).waitFor()
    }
    await scan(page, '71039999999999')
    await page.locator('[data-group-lines="4"]').waitFor()
    expect(await violations(page)).toEqual([])
    await page.locator('[data-lend-all]').click()
    await page.locator('[data-not-lent="copy-not-found"]').waitFor()
    await page.locator('[data-group-sum]').waitFor()
    await page.screenshot({ path: `${PICTURES}/desk-group-1280.png`, fullPage: true })
    const told = await page.locator('[data-lent], [data-not-lent]').count()
    expect(told).toBe(4)
    await expectWhole(page, 'group')
    expect(problems).toEqual([])
  })

  it('keeps the answers to all lines that are confirmed together, and removes none that is under way', async () => {
    const page = await openDesk(browser, system.address, 'librarian1', { problems })
    await page.route('**/api/group-loans', (route) => {
      const { lines }: { lines: { copy: string; confirm?: string[] }[] } = route.request().postDataJSON()
      return route.fulfill({ json: { lines: lines.map(({ copy, confirm }) => (confirm ? lent(copy) : ASKED)) } })
    })
    const letGo = await holdBack(page, '**/api/group-loans', 'POST')
    await page.locator('[data-screen="group"]').click()
    await page.locator('input[name="group-scan"]:focus').waitFor()
    await scan(page, cardNumber(11))
    const copies = ['71030000000017', '71030000000025']
    for (const copy of copies) await scan(page, copy)
    await page.locator('[data-lend-all]').click()
    await page.locator('[data-remove]:disabled').nth(1).waitFor()
    letGo()
    await page.locator('[data-confirm-line]').nth(1).waitFor()
    const letGoOn = await holdBack(page, '**/api/group-loans', 'POST')
    for (const copy of copies) await page.locator(`[data-confirm-line="${copy}"]`).click()
    letGoOn()
    await page.locator('[data-group-sum="2 0"]').waitFor()
    expect(problems).toEqual([])
  })
})

describe('a book for the reading room', () => {
  it('is lent at the counter for today alone', async () => {
    const page = await openDesk(browser, system.address, 'librarian1', { problems })
    const [copy = ''] = await freeCopies(1)
    await page.locator('input[name="on-site"]').check()
    await page.locator('input[name="scan"]').focus()
    await scan(page, cardNumber(21))
    await page.locator(`[data-reader="${cardNumber(21)}"]`).waitFor()
    await scan(page, copy)
    await page.locator('[data-deed="lent"]').first().waitFor()
    const { branches } = (await (await fetch(`${system.address}/api/records/20`)).json()) as BookRecord
    const lent = branches.flatMap(({ copies }) => copies).find(({ barcode }) => barcode === copy)
    if (lent) expect(lent.dueOn).toBe(dayOf(new Date()))
    expect(problems).toEqual([])
  })
})

describe('services', () => {
  it('are written down as they happen, and stand in the diary of the day', async () => {
    const page = await openDesk(browser, system.address, 'librarian1', { problems })
    const letGo = await holdBack(page, '**/api/services', 'POST')
    await page.locator('[data-screen="services"]').click()
    await page.locator('[data-service="event"] input[name="visitors"]').fill('31')
    await page.locator('[data-service="event"] button').click()
    await page.locator('[data-service="event"] input[name="visitors"]').fill('12')
    letGo()
    await page.locator('[data-written]', { hasText: 'Іс-шара' }).waitFor()
    expect(await page.locator('[data-service="event"] input[name="visitors"]').inputValue()).toBe('12')
    await page.locator('[data-service="paid-service"] input[name="amount"]').fill('250')
    await page.locator('[data-service="paid-service"] button').click()
    await page.locator('[data-written]', { hasText: 'Ақылы қызмет' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.screenshot({ path: `${PICTURES}/desk-services-1280.png`, fullPage: true })
    await expectWhole(page, 'services')
    const sheet = await page.evaluate(async (path) => (await fetch(path)).text(), `/api/day-sheets/${dayOf(new Date())}?branch=1`)
    expect(sheet).toContain('"event-visit"')
    expect(problems).toEqual([])
  })
})

describe('the notices of a branch', () => {
  it('are printed as letters and marked, and stand in the outbox with what became of them', async () => {
    expect((await runScript('worker/local/night.ts', [], system.env)).code).toBe(0)
    const page = await openDesk(browser, system.address, 'librarian1', { problems })
    await page.locator('[data-screen="notices"]').click()
    await page.locator('[data-sheet="outbox"] [data-row]').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.locator('[data-letter-pages] .letter').first().waitFor()
    await page.screenshot({ path: `${PICTURES}/desk-notices-1280.png`, fullPage: true })
    await page.locator('[data-mark-printed]').click()
    await page.locator('[data-to-print="0"]').waitFor()
    await page.locator('[data-sheet="outbox"] td', { hasText: 'басып шығарылды' }).first().waitFor()
    await expectWhole(page, 'notices')
    expect(problems).toEqual([])
  })
})

describe('the overdue list', () => {
  it('is printed as letters in the language of each reader, and renewed together, each with its own answer', async () => {
    const page = await openDesk(browser, system.address, 'librarian1', { problems })
    await page.locator('[data-screen="overdue"]').click()
    await page.locator('[data-sheet="overdue"] [data-row]').first().waitFor()
    const listed = await page.locator('[data-sheet="overdue"] [data-row]').count()
    expect(await violations(page)).toEqual([])
    await page.locator('input[name="choose-all"]').check()
    await page.locator('[data-batch="letters"]').click()
    await page.locator('[data-letter-pages] .letter').first().waitFor()
    const languages = await page.locator('.letter').evaluateAll((letters) => letters.map((letter) => letter.getAttribute('lang')))
    expect(languages.length).toBeLessThanOrEqual(listed)
    expect(languages.every((language) => language === 'kk' || language === 'ru')).toBe(true)
    await page.locator('[data-batch="renew"]').click()
    await page.waitForFunction((count) => document.querySelectorAll('[data-renewed], [data-row-refused]').length === count, listed)
    await page.screenshot({ path: `${PICTURES}/desk-overdue-1280.png`, fullPage: true })
    await expectWhole(page, 'overdue')
    await page.screenshot({ path: `${PICTURES}/desk-overdue-360.png` })
    expect(problems).toEqual([])
  })
})

describe('the copies at the desk', () => {
  it('are found by title, put right, and labelled on a sheet that was begun', async () => {
    const page = await openDesk(browser, system.address, 'director', { problems })
    await page.keyboard.press('F7')
    await page.locator('input[name="find"]:focus').waitFor()
    await page.locator('input[name="only-here"]').uncheck()
    await page.locator('input[name="find"]').fill(book.title)
    await page.keyboard.press('Enter')
    await page.locator(`[data-title="${book.id}"]`).click()
    const { barcode } = copyOnShelf()
    await page.locator(`[data-edit="${barcode}"]`).click()
    await page.locator('input[name="inventory-number"]:focus').waitFor()
    await page.locator('input[name="inventory-number"]').fill('К-2026')
    await page.locator('input[name="price"]').fill('3500')
    await page.locator('.copy-form button[type="submit"]').click()
    await page.locator('[data-saved]').waitFor()
    const row = await page.locator(`[data-row="${barcode}"]`).textContent()
    expect(row).toContain('К-2026')
    expect(row).toMatch(/3\s500/)
    await page.locator('[data-close]').click()
    await page.locator('input[name="choose-all"]').check()
    await page.locator('input[name="label-from"]').fill('5')
    await page.keyboard.press('Tab')
    const labels = page.locator('.label-page .label')
    await labels.nth(4).locator('svg.barcode').waitFor()
    expect(await labels.nth(3).textContent()).toBe('')
    expect(await violations(page)).toEqual([])
    await page.screenshot({ path: `${PICTURES}/desk-copies-1280.png`, fullPage: true })
    await page.emulateMedia({ media: 'print' })
    await page.locator('.labels').evaluate((sheet) => sheet.setAttribute('data-printed', ''))
    await page.screenshot({ path: `${PICTURES}/desk-labels-paper.png`, fullPage: true })
    await page.emulateMedia({ media: 'screen' })
    await expectWhole(page, 'copies')
    await page.screenshot({ path: `${PICTURES}/desk-copies-360.png`, fullPage: true })
    expect(problems).toEqual([])
  })

  it('get another home by the pile, and what cannot move says why', async () => {
    const page = await openDesk(browser, system.address, 'director', { problems })
    const { branch, barcode } = copyOnShelf()
    const there = branch === 2 ? 3 : 2
    await page.locator('select[name="work-branch"]').selectOption(String(there))
    await page.keyboard.press('F7')
    await page.locator('input[name="find"]:focus').waitFor()
    await page.locator('input[name="pile"]').focus()
    await scan(page, barcode)
    await page.locator('[data-pile="1"]').waitFor()
    await scan(page, '71039999999999')
    await page.locator('[data-pile="2"]').waitFor()
    await page.locator('input[name="new-place"]').fill('Балалар залы')
    await page.locator('[data-move]').click()
    await page.locator(`[data-moved="${barcode}"]`).waitFor()
    await page.locator('.pile-told [data-refused="copy-not-found"]').waitFor()
    const { branches } = (await (await fetch(`${system.address}/api/records/1`)).json()) as BookRecord
    const moved = branches.find((each) => each.branch.id === there)?.copies.find((copy) => copy.barcode === barcode)
    expect(moved?.location).toBe('Балалар залы')
    expect(problems).toEqual([])
  })

  it('stay in the pile when they are scanned while it moves', async () => {
    const page = await openDesk(browser, system.address, 'director', { problems })
    const [first = '', second = ''] = await freeCopies(2)
    const letGo = await holdBack(page, '**/api/relocations', 'POST')
    await page.locator('select[name="work-branch"]').selectOption('1')
    await page.keyboard.press('F7')
    await page.locator('input[name="find"]:focus').waitFor()
    await page.locator('input[name="pile"]').focus()
    await scan(page, first)
    await page.locator('[data-pile="1"]').waitFor()
    await page.locator('[data-move]').click()
    await page.locator('input[name="pile"]').focus()
    await scan(page, second)
    await page.locator('[data-pile="2"]').waitFor()
    letGo()
    await page.locator(`[data-moved="${first}"]`).waitFor()
    await page.locator('[data-pile="1"]').waitFor()
    await page.locator('[data-move]').click()
    await page.locator(`[data-moved="${second}"]`).waitFor()
    expect(await page.locator('[data-pile]').count()).toBe(0)
    expect(problems).toEqual([])
  })
})
