import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, dayOf } from '../../worker/domain/calendar.ts'
import { startFurnished } from '../support/furnished.ts'
import type { System } from '../support/system.ts'
import { violations } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { signIn } from './desk.ts'
import { expectWhole } from './whole.ts'

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

async function office(login: string, width: number): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 900 } })).newPage()
  page.on('pageerror', (error) => problems.push(String(error)))
  await page.goto(`${system.address}/office`)
  await signIn(page, login)
  await page.locator('[data-policy] [data-rule]').first().waitFor()
  return page
}

describe('a page of the office that cannot be shown', () => {
  it('says why, and what to do', async () => {
    const page = await browser.newPage()
    await page.goto(`${system.address}/office`)
    await signIn(page, 'cataloguer')
    await page.locator('[data-refused="not-permitted"]').waitFor()
    await page.route('**/api/calendar?*', (route) => route.abort())
    await page.locator('[data-screen="calendar"]').click()
    await page.locator('[data-refused="no-connection"]').waitFor()
    await page.locator('[data-sign-out]').click()
    await page.locator('input[name="login"]').waitFor()
    expect(problems).toEqual([])
  })
})

describe('the calendar in the browser', () => {
  it('closes a branch for days after the director has confirmed that due days move, and keeps its week', async () => {
    const page = await office('director', 1280)
    await page.locator('[data-screen="calendar"]').click()
    await page.locator('[data-calendar="1"] [data-holiday]').first().waitFor()
    await page.locator('input[name="5-0-closes"]').fill('17:00')
    await page.locator('[data-save-week]').click()
    await page.locator('[role="status"]', { hasText: 'Сақталды' }).waitFor()
    expect(await page.locator('input[name="5-0-closes"]').inputValue()).toBe('17:00')
    await page.locator('input[name="from"]').fill(addDays(dayOf(new Date()), 1))
    await page.locator('input[name="to"]').fill(addDays(dayOf(new Date()), 20))
    await page.locator('input[name="reason"]').fill('Жөндеу')
    await page.locator('[data-add-days]').click()
    await page.locator('[data-refused="loans-are-due-then"]').waitFor()
    expect(await page.locator('[data-exception]').count()).toBe(0)
    await page.locator('[data-confirm]').click()
    await page.locator('[data-exception]', { hasText: 'Жөндеу' }).waitFor()
    await page.locator('[data-reroute-holds]').click()
    await page.locator('[data-rerouted]').waitFor()
    await page.screenshot({ path: `${PICTURES}/office-calendar-1280.png`, fullPage: true })
    await page.setViewportSize({ width: 360, height: 800 })
    await expectWhole(page, 'calendar')
    await page.screenshot({ path: `${PICTURES}/office-calendar-360.png`, fullPage: true })
    await page.locator('[data-sign-out]').click()
    await page.locator('input[name="login"]').waitFor()
    expect(problems).toEqual([])
  }, 120_000)
})

describe('the policy in the browser', () => {
  it('is drafted, changed, tried out on the last year and put in force by the director', async () => {
    const page = await office('director', 1280)
    await page.locator('input[name="name"]').fill('Жазғы ереже')
    await page.locator('.draft button').click()
    await page.locator('[data-add-rule]').waitFor()
    const adults = page.locator('[data-rule="Ересек"]')
    await adults.locator('summary').click()
    const days = adults.locator('[data-term="loanDays"] input[type="number"]')
    await days.fill('10')
    await days.blur()
    await page.locator('.rule-place select').nth(1).selectOption('student')
    await page.locator('.rule-place select').nth(2).selectOption('textbook')
    await page.locator('[data-add-rule]').click()
    const added = page.locator('[data-rule]').last()
    await added.locator('summary').click()
    await added.locator('[data-term="loanDays"] input[type="checkbox"]').check()
    await added.locator('[data-term="loanDays"] input[type="number"]').fill('200')
    await added.locator('[data-term="loanDays"] input[type="number"]').blur()
    await page.locator('[data-save]').click()
    await page.locator('[data-dry-run]').click()
    await page.locator('[data-tried]').waitFor()
    await page.locator('[data-dry-run]:enabled').waitFor({ timeout: 90_000 })
    expect(Number(await page.locator('[data-tried]').getAttribute('data-tried'))).toBeGreaterThan(5_000)
    expect(Number((await page.locator('[data-change="due-earlier"] dd').textContent())?.replaceAll('\u00a0', ''))).toBeGreaterThan(1_000)
    await page.screenshot({ path: `${PICTURES}/office-1280.png`, fullPage: true })
    await expectWhole(page, 'tried rules')
    await page.locator('[data-force]').click()
    await page.locator('[data-policy="3"] .draft').waitFor()
    expect(await page.locator('[data-add-rule]').count()).toBe(0)
    await page.locator('[data-sign-out]').click()
    await page.locator('input[name="login"]').waitFor()
    expect(problems).toEqual([])
  }, 180_000)

  it('is read by a librarian on a phone, in three languages, and not changed', async () => {
    const page = await office('librarian2', 360)
    expect(await page.locator('[data-save], .draft').count()).toBe(0)
    await page.locator('[data-rule]').first().locator('summary').click()
    await expectWhole(page, 'rules')
    await page.screenshot({ path: `${PICTURES}/office-360.png` })
  }, 120_000)
})

describe('the rules of holds and transfers', () => {
  it('are changed by the director, kept, and only read by a librarian', async () => {
    const page = await office('director', 1280)
    await page.locator('[data-screen="holds"]').click()
    const most = page.locator('input[name="maxHoldsPerDay"]')
    await most.fill('7')
    const keeps = page.locator('input[name="branchesThatKeepCopies"]')
    await keeps.nth(2).focus()
    await page.keyboard.press('Space')
    const kept = await keeps.nth(2).isChecked()
    await page.locator('[data-save-holds]').focus()
    await page.keyboard.press('Enter')
    await page.locator('[data-saved="true"]').waitFor()
    expect(await violations(page)).toEqual([])
    await page.screenshot({ path: `${PICTURES}/office-holds-1280.png`, fullPage: true })
    await page.reload()
    await most.waitFor()
    expect([await most.inputValue(), await keeps.nth(2).isChecked()]).toEqual(['7', kept])

    const phone = await office('librarian2', 360)
    await phone.locator('[data-screen="holds"]').click()
    await phone.locator('input[name="maxHoldsPerDay"]:disabled').waitFor()
    expect(await phone.locator('[data-save-holds]').count()).toBe(0)
    await expectWhole(phone, 'holds')
    await phone.screenshot({ path: `${PICTURES}/office-holds-360.png`, fullPage: true })
  }, 120_000)
})

describe('exhibitions', () => {
  it('are announced in the office and read on the home page', async () => {
    const page = await office('director', 1280)
    await page.locator('[data-screen="exhibitions"]').click()
    await page.locator('[data-exhibition]').first().waitFor()
    const today = dayOf(new Date())
    for (const language of ['kk', 'ru', 'en']) await page.locator(`input[name="title-${language}"]`).fill(`Көрме <b>${language}</b>`)
    await page.locator('input[name="from"]').fill(today)
    await page.locator('input[name="to"]').fill(addDays(today, 3))
    await page.locator('[data-announce]').click()
    await page.locator('[data-exhibition]', { hasText: 'Көрме <b>kk</b>' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.goto(system.address)
    await page.locator('[data-exhibition]', { hasText: 'Көрме <b>kk</b>' }).waitFor()
    expect(problems).toEqual([])
  })
})
