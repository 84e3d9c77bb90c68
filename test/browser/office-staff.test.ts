import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { DEEDS, RIGHTS } from '../../worker/domain/staff/permissions.ts'
import { violations } from './axe.ts'
import { signIn } from './desk.ts'
import { holdBack } from './hold-back.ts'
import { browser, PICTURES, problems, system } from './started.ts'
import { expectWhole } from './whole.ts'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

async function office(login: string, part: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
  page.on('pageerror', (error) => problems.push(String(error)))
  await page.goto(`${system.address}/office#${part}`)
  await signIn(page, login)
  await page.locator(`[data-screen="${part}"][aria-current="page"]`).waitFor()
  return page
}

describe('the audit list in the browser', () => {
  it('shows the deeds of all branches to the director, searched by deed and day, page after page', async () => {
    const page = await office('director', 'audit')
    await page.locator('[data-audited="50"]').waitFor()
    await page.locator('[data-more]').click()
    await page.locator('[data-audited="100"]').waitFor()
    await page.locator('select[name="deed"]').selectOption('renewal')
    await page.locator('select[name="branch"]').selectOption('1')
    await page.locator('.audit-form button[type="submit"]').click()
    await page.locator('[data-audited="50"]').waitFor()
    const deeds = await page.locator('tbody tr td:nth-child(3)').allTextContents()
    expect(new Set(deeds)).toEqual(new Set(['Мерзімін ұзарту']))
    await page.locator('input[name="code"]').fill('no such code')
    await page.keyboard.press('Enter')
    await page.locator('[data-audited="0"]').waitFor()
    await page.locator('input[name="code"]').fill('')
    await page.keyboard.press('Enter')
    await page.locator('[data-audited="50"]').waitFor()
    await expectWhole(page, 'audit')
    expect(problems).toEqual([])
  }, 120_000)
})

describe('the table of rights in the browser', () => {
  it('is the table by which the library decides, for all roles and for one on a phone', async () => {
    const page = await office('librarian2', 'rights')
    await page.locator('[data-deed]').first().waitFor()
    const drawn = await page
      .locator('[data-deed]')
      .evaluateAll((rows) =>
        rows.map((row) => [
          row.getAttribute('data-deed'),
          ...[...row.querySelectorAll('td')].map((cell) => cell.getAttribute('data-reach')),
        ]),
      )
    expect(drawn).toEqual(DEEDS.map((deed) => [deed, ...Object.values(RIGHTS[deed])]))
    expect(await page.locator('[data-screen="audit"]').count()).toBe(0)
    await expectWhole(page, 'rights')
    await page.setViewportSize({ width: 360, height: 900 })
    await page.locator('select[name="role"]').selectOption('trainee')
    expect(await page.locator('[data-deed="lend"] td:visible').getAttribute('data-reach')).toBe('no')
    expect(problems).toEqual([])
  }, 120_000)
})

/** A session of another browser. */
async function elsewhere(login: string, password: string): Promise<string> {
  const body = JSON.stringify({ login, password })
  const headers = { 'content-type': 'application/json', 'user-agent': FIREFOX }
  const response = await fetch(`${system.address}/api/session`, { method: 'POST', headers, body })
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}
const isIn = async (cookie: string) => (await fetch(`${system.address}/api/session`, { headers: { cookie } })).status === 200

describe('the staff in the browser', () => {
  const OWN = 'көл жағасында үш қайың'

  it('somebody is added, chooses a password at the door, is made a head, is signed out, leaves and comes back', async () => {
    const page = await office('administrator', 'staff')
    await page.locator('[data-found="11"]').waitFor()
    await expectWhole(page, 'staff')
    const form = page.locator('[data-add-staff]')
    await form.locator('input[name="name"]').fill('Сейітов Марат')
    await form.locator('select[name="role"]').selectOption('librarian')
    await form.locator('select[name="branch"]').selectOption('2')
    await form.locator('input[name="login"]').fill('librarian1')
    await page.keyboard.press('Enter')
    await form.locator('[data-refused="login-is-taken"]').waitFor()
    await form.locator('input[name="login"]').fill('marat')
    await page.keyboard.press('Enter')
    const given = (await form.locator('[data-given-password] strong').textContent()) ?? ''
    await page.locator('[data-found="12"]').waitFor()

    await page.locator('[data-sign-out]').click()
    await page.locator('.sign-in input[name="login"]').fill('marat')
    await page.locator('.sign-in input[name="password"]').fill(given)
    await page.keyboard.press('Enter')
    await page.locator('[data-refused="password-must-be-chosen"]').waitFor()
    await page.locator('input[name="next"]:focus').fill(OWN)
    expect(await violations(page)).toEqual([])
    await page.screenshot({ path: `${PICTURES}/choose-password.png` })
    await page.keyboard.press('Enter')
    await page.locator('.who', { hasText: 'Сейітов Марат' }).waitFor()
    expect(await page.locator('[data-screen="staff"]').count()).toBe(0)

    await signIn(page, 'administrator')
    const cookie = await elsewhere('marat', OWN)
    await page.locator('[data-screen="staff"]').click()
    await page.locator('input[name="find"]').fill('марат')
    await page.locator('[data-found="1"]').waitFor()
    await page.locator('[data-row="marat"] button').press('Enter')
    const panel = page.locator('[data-member="marat"]')
    await panel.locator('h2:focus').waitFor()
    await panel.locator('[data-session="other"]', { hasText: 'Firefox, Linux' }).waitFor()
    await expectWhole(page, 'staff-member')
    await panel.locator('select[name="role"]').selectOption('head')
    await panel.locator('[data-change] button').press('Enter')
    await page.locator('[data-row="marat"]', { hasText: 'Филиал меңгерушісі' }).waitFor()
    expect(await isIn(cookie)).toBe(true)
    await panel.locator('[data-end-all]').press('Enter')
    await panel.locator('[data-staff-sessions="0"]').waitFor()
    expect(await isIn(cookie)).toBe(false)

    await panel
      .locator('details', { has: page.locator('[data-leave]') })
      .locator('summary')
      .press('Enter')
    await panel.locator('[data-leave]').press('Enter')
    await page.locator('[data-member="marat"][data-left="true"]').waitFor()
    await page.locator('[data-found="0"]').waitFor()
    expect(await elsewhere('marat', OWN)).toBe('')
    await panel.locator('[data-return] button[type="submit"]').press('Enter')
    await page.locator('[data-member="marat"][data-left="false"] [data-given-password]').waitFor()
    await page.locator('[data-found="1"]').waitFor()
    expect(problems).toEqual([])
  }, 120_000)

  it('somebody is added once, and the password stays to be read, though Enter is pressed twice', async () => {
    const page = await office('administrator', 'staff')
    const letGo = await holdBack(page, '**/api/staff', 'POST')
    const form = page.locator('[data-add-staff]')
    await form.locator('input[name="name"]').fill('Оразова Әсел')
    await form.locator('select[name="role"]').selectOption('librarian')
    await form.locator('select[name="branch"]').selectOption('2')
    await form.locator('input[name="login"]').fill('asel')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    letGo()
    await page.locator('[data-row="asel"]').waitFor()
    await page.locator('[data-row="asel"] button').press('Enter')
    const panel = page.locator('[data-member="asel"]')
    await panel.locator('[data-change] button').press('Enter')
    await panel.locator('[data-done="true"]').waitFor()
    expect(await form.locator('[data-given-password]').count()).toBe(1)
    expect(await form.locator('[data-refused]').count()).toBe(0)
    expect(problems).toEqual([])
  }, 60_000)

  it('nobody changes their own role', async () => {
    const page = await office('director', 'staff')
    await page.locator('[data-row="director"] button').click()
    expect(await page.locator('[data-member="director"] select:enabled, [data-leave]').count()).toBe(0)
    expect(problems).toEqual([])
  }, 60_000)
})

describe('one’s own sessions in the browser', () => {
  it('are listed, the others are ended, and the password is changed with the present one', async () => {
    const page = await office('cataloguer', 'sessions')
    const cookie = await elsewhere('cataloguer', 'balqash-2026')
    await page.locator('[data-screen="rights"]').click()
    await page.locator('[data-screen="sessions"]').click()
    await page.locator('[data-session="other"]', { hasText: 'Firefox, Linux' }).waitFor()
    await expectWhole(page, 'sessions')
    await page.locator('[data-end-others]').click()
    await page.locator('[data-session="other"]').waitFor({ state: 'detached' })
    expect(await isIn(cookie)).toBe(false)
    await page.locator('input[name="present"]').fill('not this one')
    await page.locator('input[name="next"]').fill('көл жағасында үш қайың')
    await page.locator('[data-change-password]').click()
    await page.locator('[data-refused="password-is-wrong"]').waitFor()
    await page.locator('input[name="present"]').fill('balqash-2026')
    await page.locator('[data-change-password]').click()
    await page.locator('[role="status"]', { hasText: 'Құпиясөз ауыстырылды' }).waitFor()
    expect(problems).toEqual([])
  }, 120_000)
})
