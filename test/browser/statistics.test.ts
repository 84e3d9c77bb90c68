import { mkdirSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, dayOf } from '../../worker/domain/calendar.ts'
import { startFurnished } from '../support/furnished.ts'
import type { System } from '../support/system.ts'
import { violations } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { expectWhole } from './whole.ts'

const PICTURES = 'test/.output/screenshots'
const YESTERDAY = addDays(dayOf(new Date()), -1)
let system: System
let browser: Browser
let staffBrowser: Browser
const problems: string[] = []

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  ;[system, browser] = await Promise.all([startFurnished(), openBrowser()])
  // A browser of one process mixes up the cookies of its contexts.
  staffBrowser = await openBrowser()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await staffBrowser?.close()
  await system?.remove()
}, 60_000)

async function open(path: string, options: BrowserContextOptions = {}, by = browser): Promise<Page> {
  const page = await (await by.newContext({ viewport: { width: 1280, height: 900 }, ...options })).newPage()
  page.on('pageerror', (error) => problems.push(String(error)))
  await page.goto(`${system.address}${path}`)
  return page
}

const shot = (page: Page, name: string) => page.screenshot({ path: `${PICTURES}/statistics-${name}.png`, fullPage: true })

/** How far things moved each other while the page loaded. */
const MOVED = `new Promise((done) => {
  const moved = []
  new PerformanceObserver((list) => moved.push(...list.getEntries().map(({ value }) => value))).observe({ type: 'layout-shift', buffered: true })
  requestAnimationFrame(() => setTimeout(() => done(moved.reduce((sum, each) => sum + each, 0)), 0))
})`

/** Tables that do not fit where they stand, opened all. */
const CUT = `(() => {
  for (const each of document.querySelectorAll('details')) each.open = true
  return [...document.querySelectorAll('.scroll')].filter((box) => box.scrollWidth > box.clientWidth + 1).map((box) => box.ariaLabel)
})()`

/** The next request is carried out, and its answer lost on the way. */
const LOSE_AN_ANSWER = `(() => {
  const { fetch } = window
  window.fetch = async (...asked) => {
    window.fetch = fetch
    await fetch(...asked)
    throw new TypeError('lost')
  }
})()`

describe('the public page of statistics in the browser', () => {
  it.each([
    [360, 'dark', 'ru'],
    [1280, 'light', 'en'],
  ] as const)('has all its pictures at %i px, %s, %s, and nothing in it moves', async (width, colorScheme, language) => {
    const page = await open(`/statistics?lang=${language}`, { viewport: { width, height: 800 }, colorScheme })
    await page.locator(`html[lang="${language}"] [data-open-data]`).waitFor()
    expect(await page.locator('svg[role="img"]').count()).toBeGreaterThanOrEqual(5)
    expect(await page.evaluate(MOVED)).toBe(0)
    await shot(page, `open-${width}-${colorScheme}-${language}`)
    expect(problems).toEqual([])
  })

  it('needs no JavaScript: pictures, tables, languages and files are there', async () => {
    const page = await open('/statistics', { javaScriptEnabled: false })
    await page.locator('[data-figure="branches"] summary').click()
    expect(await page.locator('[data-table="branches"] tbody tr').count()).toBe(8)
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-figure="branches"] a[download]').first().click()])
    expect(file.suggestedFilename()).toBe('bulaq-branches.csv')
    await page.locator('.languages a[lang="ru"]').click()
    await page.locator('html[lang="ru"] h1', { hasText: 'Что сделала библиотека' }).waitFor()
  })
})

describe('the statistics of the staff in the browser', () => {
  let page: Page

  beforeAll(async () => {
    page = await open('/statistics/now', {}, staffBrowser)
    await page.locator('input[name="login"]').fill('director')
    await page.locator('input[name="password"]').fill('balqash-2026')
    await page.keyboard.press('Enter')
    await page.locator('[data-figure="today"]').waitFor()
  }, 120_000)

  it('show the day, the year, the branches and the decades, each with a table behind it', async () => {
    for (const name of ['today', 'days', 'loans-by-class', 'branches', 'years']) {
      const figure = page.locator(`[data-figure="${name}"]`)
      expect(await figure.locator('svg[role="img"]').count(), name).toBe(1)
      await figure.locator('summary').focus()
      await page.keyboard.press('Enter')
      await figure.locator('table').waitFor()
    }
    expect(await page.locator('[data-figure="days"] svg [class^="heat-"]').count()).toBeGreaterThanOrEqual(365)
    expect(await violations(page)).toEqual([])
    await shot(page, 'now')
  })

  it('open a figure down to the rows of the journal', async () => {
    await page.goto(`${system.address}/statistics/now`)
    await page.locator('[data-figure="branches"] summary').click()
    await page.locator('[data-table="branches"] tbody tr').first().locator('td a').first().click()
    await page.locator('[data-rows]').waitFor()
    expect(Number(await page.locator('[data-rows]').getAttribute('data-rows'))).toBeGreaterThan(0)
    await expectWhole(page, 'rows')
    await shot(page, 'rows')
  })

  it('open a closed day again only with a reason, and close it in a new version', async () => {
    await page.goto(`${system.address}/statistics/day?day=${YESTERDAY}&branch=1`)
    await page.locator('[data-state="closed"][data-version="1"]').waitFor()
    const onSite = () => page.locator('[data-table="part-2"] tbody tr', { hasText: 'Ашық сөреден' }).locator('td').first().textContent()
    const before = Number(await onSite())
    await shot(page, 'day')
    await page.locator('[data-reopen] summary').click()
    await page.locator('form[data-form="reopen"] input[name="reason"]').fill('Оқу залының санағы енгізілмеген')
    await page.locator('form[data-form="reopen"] button').click()
    await page.locator('[data-state="reopened"]').waitFor()
    expect(await page.locator('main').textContent()).toContain('Оқу залының санағы енгізілмеген')
    await page.locator('[data-hand-count] summary').click()
    await page.locator('form[data-form="hand-count"] select[name="unit"]').selectOption('on-site-use')
    await page.locator('form[data-form="hand-count"] select[name="where.contentGroup"]').selectOption('fiction')
    await page.locator('form[data-form="hand-count"] select[name="where.language"]').selectOption('kaz')
    await page.locator('form[data-form="hand-count"] input[name="quantity:number"]').fill('17')
    await page.evaluate(LOSE_AN_ANSWER)
    await page.locator('form[data-form="hand-count"] button').click()
    await page.locator('form[data-form="hand-count"] [data-refused="no-connection"]').waitFor()
    await page.locator('form[data-form="hand-count"] button').click()
    await page.locator('[data-hand-counts] li', { hasText: ': 17' }).waitFor()
    await page.locator('form[data-form="close-again"] button').click()
    await page.locator('[data-state="closed"][data-version="2"]').waitFor()
    expect(Number(await onSite())).toBe(before + 17)
    expect(await violations(page)).toEqual([])
  })

  it('tell the akimat in one printed page what a loan costs, once the budget is known', async () => {
    await page.goto(`${system.address}/statistics/year-facts`)
    await page.locator('[data-fact="budget"] summary').click()
    await page.locator('[data-fact="budget"] input[name="value:tenge"]').fill('95000000')
    await page.locator('[data-fact="budget"] input[name="source"]').fill('Қалалық бюджет')
    await page.locator('[data-fact="budget"] button').click()
    await page.locator('[data-fact="budget"]', { hasText: '95\u00a0000\u00a0000\u00a0₸' }).waitFor()
    for (const language of ['kk', 'ru']) {
      await page.goto(`${system.address}/statistics/mayor?lang=${language}`)
      expect(await page.locator('[data-cost]').textContent()).toContain('₸')
      expect(await violations(page)).toEqual([])
      const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
      expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
      await shot(page, `mayor-${language}`)
    }
  })

  it.each(['reports', 'indicators', 'sought', 'paid', 'stock', 'year-facts', 'mayor', 'day', 'now'])('are whole: %s', async (name) => {
    await page.goto(`${system.address}/statistics/${name}`)
    await expectWhole(page, name)
    await page.setViewportSize({ width: 768, height: 1024 })
    expect(await page.evaluate(CUT)).toEqual([])
    await shot(page, `${name}-768`)
    expect(problems).toEqual([])
  })
})
