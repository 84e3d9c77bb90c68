import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { LOCK_AFTER_MS } from '../../worker/domain/sign-in/session-time.ts'
import { violations } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { leaveAlone, openDesk, readyFor, rowsOf, scan, signIn } from './desk.ts'
import { browser, PICTURES, problems, system } from './started.ts'
import { expectWhole } from './whole.ts'

const loans = async () => (await rowsOf(system, 'SELECT count(*) AS count FROM loans'))[0]?.count
const lender = async (barcode: string) =>
  (
    await rowsOf(
      system,
      `SELECT login FROM journal j JOIN staff s ON s.id = j.staff_id JOIN loans l ON l.id = j.loan_id JOIN copies c ON c.id = l.copy_id
       WHERE j.deed = 'loan' AND c.barcode = '${barcode}' AND l.returned_at IS NULL`,
    )
  ).map(({ login }) => login)

/** Who works here is known: nothing but the password is asked for. */
async function password(page: Page) {
  await page.locator('[data-locked] input[name="password"]').waitFor()
  expect(await page.locator('[data-locked] input:visible').count()).toBe(1)
  await page.locator('[data-locked] input[name="password"]').fill('balqash-2026')
  await page.keyboard.press('Enter')
}

/** A colleague takes the workplace over. */
async function anotherSignsIn(page: Page, login: string) {
  await page.locator('[data-another="false"]').press('Enter')
  await page.locator('[data-locked] input[name="login"]').fill(login)
  await page.locator('[data-locked] input[name="password"]').fill('balqash-2026')
  await page.keyboard.press('Enter')
  await page.locator('[data-locked]').waitFor({ state: 'detached' })
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
    await expectWhole(page, 'locked')
    await page.screenshot({ path: `${PICTURES}/desk-locked-1280.png`, fullPage: true })
    await page.locator('h1').click()
    await scan(page, '37103000052091')
    await page.keyboard.press('Tab')
    await page.locator('[data-locked] input[name="password"]:focus').waitFor()
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

  it('keeps what was half written on any screen, hidden while it is locked, whatever key is pressed', async () => {
    const page = await openDesk(browser, system.address, 'librarian1', { problems })
    await page.keyboard.press('F6')
    await page.locator('[data-new-reader]').click()
    const name = page.locator('[data-register] input[name="name"]')
    await name.fill('Сейітова Айша')
    await leaveAlone(page, LOCK_AFTER_MS)
    await page.locator('[data-locked]').waitFor()
    expect(await page.locator('input[name="name"]:visible, .screens').count()).toBe(0)
    await page.keyboard.press('F2')
    await page.keyboard.press('F9')
    await password(page)
    await name.waitFor()
    expect(await name.inputValue()).toBe('Сейітова Айша')
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

  it('keeps what waits to be sent: a colleague signs in, and it is in the ledger once, as the deed of whoever scanned it', async () => {
    const page = await openDesk(browser, system.address, 'librarian1', { problems })
    const { copies, cards } = await readyFor(system, { copies: 1, cards: 1 })
    await page.locator('[data-lists]').waitFor({ timeout: 60_000 })
    await page.context().setOffline(true)
    await scan(page, cards[0] ?? '')
    await page.locator(`[data-reader="${cards[0]}"]`).waitFor()
    await scan(page, copies[0] ?? '')
    await page.locator('[data-queue]').waitFor()
    await leaveAlone(page, LOCK_AFTER_MS)
    await page.locator('[data-locked]').waitFor()
    await page.context().setOffline(false)
    await anotherSignsIn(page, 'administrator')
    await page.locator('.who', { hasText: 'Әлімов Дәурен' }).waitFor()
    await expect.poll(() => lender(copies[0] ?? ''), { timeout: 30_000 }).toEqual(['librarian1'])
    expect(problems).toEqual([])
  }, 120_000)
})

describe('an office that nobody touches', () => {
  it('is locked too, keeps what was half written, and opens with the password alone', async () => {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
    page.on('pageerror', (error) => problems.push(String(error)))
    await page.goto(`${system.address}/office#staff`)
    await signIn(page, 'administrator')
    const name = page.locator('[data-add-staff] input[name="name"]')
    await name.fill('Сейітов Марат')
    await leaveAlone(page, LOCK_AFTER_MS)
    await page.locator('[data-locked]').waitFor()
    expect(await page.locator('.screens, [data-found]:visible, [data-add-staff]:visible').count()).toBe(0)
    expect(await violations(page)).toEqual([])
    await page.screenshot({ path: `${PICTURES}/office-locked.png` })
    await page.reload()
    await page.locator('[data-locked]').waitFor()
    await password(page)
    await page.locator('[data-locked]').waitFor({ state: 'detached' })
    await name.fill('Сейітов Марат')
    await leaveAlone(page, LOCK_AFTER_MS)
    await password(page)
    await page.locator('[data-locked]').waitFor({ state: 'detached' })
    expect(await name.inputValue()).toBe('Сейітов Марат')
    await leaveAlone(page, LOCK_AFTER_MS)
    await anotherSignsIn(page, 'librarian2')
    await page.locator('.who', { hasText: 'Оспанова Динара' }).waitFor()
    expect(await page.locator('[data-screen="staff"], [data-add-staff]').count()).toBe(0)
    expect(problems).toEqual([])
  }, 120_000)
})

describe('a page of the statistics that nobody touches', () => {
  it('is open to whoever signs in there, is locked for the staff alone, and keeps what was half written', async () => {
    const own = await openBrowser()
    const page = await own.newPage()
    page.on('pageerror', (error) => problems.push(String(error)))
    await page.goto(`${system.address}/statistics`)
    await leaveAlone(page, LOCK_AFTER_MS)
    await page.goto(`${system.address}/statistics/year-facts`)
    await page.locator('[data-sign-in-here] input[name="login"]').fill('director')
    await page.locator('[data-sign-in-here] input[name="password"]').fill('balqash-2026')
    await page.keyboard.press('Enter')
    const budget = page.locator('[data-fact="budget"]')
    await budget.locator('summary').click()
    const written = budget.locator('input[name="source"]')
    await written.fill('Қалалық бюджет')
    await leaveAlone(page, LOCK_AFTER_MS - 60_000)
    expect(await page.locator('[data-locked]').count()).toBe(0)
    await leaveAlone(page, LOCK_AFTER_MS)
    await page.locator('[data-locked] h1:focus').waitFor()
    expect(await page.locator('#content, .sections').filter({ visible: true }).count()).toBe(0)
    expect(await violations(page)).toEqual([])
    await page.screenshot({ path: `${PICTURES}/statistics-locked-1280.png` })
    await password(page)
    await page.locator('[data-locked]').waitFor({ state: 'detached' })
    expect(await written.inputValue()).toBe('Қалалық бюджет')

    await leaveAlone(page, LOCK_AFTER_MS)
    await page.reload()
    await page.locator('[data-locked]').waitFor()
    expect(await page.locator('#content').isVisible()).toBe(false)
    await expectWhole(page, 'locked statistics')
    await anotherSignsIn(page, 'librarian2')
    await page.locator('.who', { hasText: 'Оспанова Динара' }).waitFor()
    await page.locator('#content').waitFor()
    await leaveAlone(page, LOCK_AFTER_MS)
    await page.goto(`${system.address}/statistics`)
    await page.locator('[data-open-data]').waitFor()
    expect(await page.locator('[data-locked]').count()).toBe(0)
    expect(problems).toEqual([])
    await own.close()
  }, 120_000)
})
