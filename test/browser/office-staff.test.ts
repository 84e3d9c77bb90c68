import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEEDS, RIGHTS } from '../../worker/domain/staff/permissions.ts'
import { startFurnished } from '../support/furnished.ts'
import type { System } from '../support/system.ts'
import { tooWide, violations } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { signIn } from './desk.ts'

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

async function office(login: string, part: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
  page.on('pageerror', (error) => problems.push(String(error)))
  await page.goto(`${system.address}/office#${part}`)
  await signIn(page, login)
  await page.locator(`[data-screen="${part}"][aria-current="page"]`).waitFor()
  return page
}

/** In three languages, wide and narrow: nothing for axe to find, nothing beside the screen. */
async function looksRight(page: Page, name: string) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 })
    for (const language of ['ru', 'en', 'kk']) {
      await page.locator(`.languages button[lang="${language}"]`).click()
      await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' })
      expect(await tooWide(page), `${name} ${language} ${width}`).toBe(0)
      expect(await violations(page), `${name} ${language} ${width}`).toEqual([])
    }
    await page.screenshot({ path: `${PICTURES}/office-${name}-${width}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 1280, height: 900 })
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
    await looksRight(page, 'audit')
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
    await looksRight(page, 'rights')
    await page.setViewportSize({ width: 360, height: 900 })
    await page.locator('select[name="role"]').selectOption('trainee')
    expect(await page.locator('[data-deed="lend"] td:visible').getAttribute('data-reach')).toBe('no')
    expect(problems).toEqual([])
  }, 120_000)
})

describe('one’s own sessions in the browser', () => {
  it('are listed, the others are ended, and the password is changed with the present one', async () => {
    const page = await office('cataloguer', 'sessions')
    const other = await fetch(`${system.address}/api/session`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      },
      body: JSON.stringify({ login: 'cataloguer', password: 'balqash-2026' }),
    })
    const cookie = other.headers.get('set-cookie')?.split(';')[0] ?? ''
    await page.locator('[data-screen="rights"]').click()
    await page.locator('[data-screen="sessions"]').click()
    await page.locator('[data-session="other"]', { hasText: 'Firefox, Linux' }).waitFor()
    await looksRight(page, 'sessions')
    await page.locator('[data-end-others]').click()
    await page.locator('[data-session="other"]').waitFor({ state: 'detached' })
    expect((await fetch(`${system.address}/api/session`, { headers: { cookie } })).status).toBe(401)
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
