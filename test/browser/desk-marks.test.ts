import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { BookRecord } from '../../web/src/api-shapes.ts'
import { addDays, dayOf } from '../../worker/domain/calendar.ts'
import { openDesk, readyFor, rowsOf, scan } from './desk.ts'
import { browser, PICTURES, problems, system } from './started.ts'
import { expectWhole } from './whole.ts'

/** A copy on a shelf of the central library. */
async function copyOnShelf(): Promise<string> {
  for (let record = 1; ; record += 1) {
    const { branches } = (await (await fetch(`${system.address}/api/records/${record}`)).json()) as BookRecord
    const copies = branches.find(({ branch }) => branch.id === 1)?.copies ?? []
    const found = copies.find(({ status }) => status === 'available')
    if (found) return found.barcode
  }
}

/** A copy that a reader of the central library has. */
async function lentCopy(): Promise<string> {
  for (let record = 1; ; record += 1) {
    const { branches } = (await (await fetch(`${system.address}/api/records/${record}`)).json()) as BookRecord
    const copies = branches.find(({ branch }) => branch.id === 1)?.copies ?? []
    const found = copies.find(({ status }) => status === 'on-loan')
    if (found) return found.barcode
  }
}

async function isWhole(page: Page, name: string) {
  await expectWhole(page, name)
  await page.screenshot({ path: `${PICTURES}/${name}-1280.png`, fullPage: true })
}

describe('the desk', () => {
  it('empties the book drop, marks a copy as damaged and takes another in its place, sends a notice once more', async () => {
    const page = await openDesk(browser, system.address, 'director', { width: 1280, problems })
    const broken = await copyOnShelf()
    const late = await lentCopy()

    await page.locator('[data-screen="drop"]').click()
    await page.locator('input[name="drop-scan"]:focus').waitFor()
    await page.locator('input[name="drop-day"]').fill(addDays(dayOf(new Date()), -3))
    await page.locator('input[name="drop-scan"]').focus()
    await scan(page, late)
    await page.locator('[data-deed="returned"]').waitFor()
    await page.locator('select[name="what"]').selectOption('here')
    await page.locator('input[name="drop-scan"]').focus()
    await scan(page, broken)
    await page.locator('[data-deed="returned"]').nth(1).waitFor()
    await isWhole(page, 'desk-drop')

    await page.locator('[data-screen="marks"]').click()
    await page.locator('input[name="copy"]:focus').waitFor()
    await scan(page, broken)
    await page.locator(`[data-copy="${broken}"][data-mark="none"]`).waitFor()
    await page.locator('[data-set-mark="damaged"]').click()
    await page.locator('[data-mark="damaged"]').waitFor()
    await isWhole(page, 'desk-marks')
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
    await page.locator('[data-mark-printed]').click()
    await page.locator('[data-again]').first().click()
    await page.locator('[data-to-print="1"]').waitFor()
    await isWhole(page, 'desk-notices')
    expect(problems).toEqual([])
  }, 180_000)
})

describe('what is half written', () => {
  it('of a copy or a reader is there again after another was scanned, and after another screen', async () => {
    const page = await openDesk(browser, system.address, 'director', { problems })
    const { copies, cards } = await readyFor(system, { copies: 2, cards: 2 })
    const [first = '', second = ''] = copies
    const [asked = '', served = ''] = cards
    const field = (name: string) => page.locator(`[data-shown] [data-open-form] [name="${name}"]`)
    const goBack = (key: string) => page.locator(`[data-shown] [data-kept-form="${key}"]`).click()

    await page.locator('[data-screen="marks"]').click()
    await page.locator('input[name="copy"]:focus').waitFor()
    await scan(page, first)
    await field('note').fill('Мұқабасы жыртылған')
    await page.locator('input[name="copy"]').focus()
    await scan(page, second)
    await page.locator(`[data-shown] [data-open-form="${second}"]`).waitFor()
    expect(await field('note').inputValue()).toBe('')
    await expectWhole(page, 'kept')
    await page.screenshot({ path: `${PICTURES}/desk-kept-1280.png` })
    await goBack(first)
    await page.locator(`[data-shown] [data-open-form="${first}"] [name="note"]:focus`).waitFor()
    expect(await field('note').inputValue()).toBe('Мұқабасы жыртылған')
    await page.locator('[data-shown] [data-open-form] [data-set-mark="damaged"]').click()
    await page.locator('[data-mark="damaged"]').waitFor()
    expect(await rowsOf(system, `SELECT note FROM copy_incidents WHERE note = 'Мұқабасы жыртылған' AND closed_at IS NULL`)).toHaveLength(1)
    expect(await page.locator('[data-kept-forms]').count()).toBe(0)
    await page.locator('[data-shown] [data-open-form] [data-end-mark="replaced"]').click()
    await field('new-inventory-number').fill('К-77')
    await page.locator('input[name="copy"]').focus()
    await scan(page, second)
    await page.locator(`[data-shown] [data-open-form="${second}"]`).waitFor()

    await page.keyboard.press('F7')
    await page.locator('input[name="find"]:focus').waitFor()
    await scan(page, first)
    await page.locator(`[data-edit="${first}"]`).click()
    await field('inventory-number').fill('К-2026/1')
    await page.locator('input[name="find"]').fill('')
    await scan(page, second)
    await page.locator(`[data-edit="${second}"]`).click()
    expect(await page.locator('.copy-form:visible').count()).toBe(1)
    await page.locator('[data-shown] [data-open-form] [data-close]').click()
    await goBack(first)
    expect(await field('inventory-number').inputValue()).toBe('К-2026/1')
    await page.locator('[data-shown] [data-open-form] button[type="submit"]').click()
    await page.locator('[data-saved]').waitFor()

    await page.keyboard.press('F6')
    await page.locator('[name="find-reader"]:focus').waitFor()
    expect(await page.locator('[data-kept]').getAttribute('data-kept')).toBe('marks')
    await scan(page, asked)
    await field('note').fill('Ертең келеді')
    await page.locator('[name="find-reader"]').focus()
    await scan(page, served)
    await page.locator(`[data-shown] [data-open-form="${served}"]`).waitFor()
    await page.locator('[data-new-reader]').click()
    await field('name').fill('Сейітова Айша')
    await goBack(asked)
    expect(await field('note').inputValue()).toBe('Ертең келеді')
    await page.locator('[data-shown] [data-open-form] [data-edit]').click()
    await field('phone').fill('+7 705 111 22 33')
    await field('note').press('Enter')
    await page.locator('[data-note]', { hasText: 'Ертең келеді' }).waitFor()
    expect([await field('note').inputValue(), await field('phone').inputValue()]).toEqual(['', '+7 705 111 22 33'])
    await page.locator('[data-back="marks"]').click()
    await goBack(first)
    expect(await field('new-inventory-number').inputValue()).toBe('К-77')
    await page.locator('[data-back="readers"]').click()
    expect(await field('phone').inputValue()).toBe('+7 705 111 22 33')
    await goBack('new')
    expect(await field('name').inputValue()).toBe('Сейітова Айша')
    expect(problems).toEqual([])
  }, 120_000)
})
