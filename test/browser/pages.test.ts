import { describe, expect, it } from 'vitest'
import { tooWide } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { openDesk } from './desk.ts'
import { browser, system } from './started.ts'

describe('on a phone', () => {
  it('the tab of the open screen is in sight, though the address opened it', async () => {
    const own = await openBrowser()
    const page = await openDesk(own, system.address, 'director', { width: 360 })
    await page.goto(`${system.address}/office#sessions`)
    await page.locator('[data-screen="sessions"][aria-current="page"]').waitFor()
    const right = 'document.querySelector("[aria-current=page]").getBoundingClientRect().right'
    await expect.poll(() => page.evaluate(right)).toBeLessThanOrEqual(360)
    await own.close()
  }, 60_000)
})

describe('browsing', () => {
  it('leads from a letter to an author, to the books of that author, and back', async () => {
    const page = await (await browser.newContext()).newPage()
    await page.goto(`${system.address}/browse?by=authors`)
    await page.locator('.letters a', { hasText: 'Ә' }).click()
    const author = page.locator('[data-heading]', { hasText: 'Әуезов' })
    await author.click()
    await page.locator('li[data-record] .author', { hasText: 'Әуезов' }).first().waitFor()
    await page.goBack()
    await author.waitFor()
    expect(new URL(page.url()).searchParams.get('from')).toBe('Ә')
  }, 60_000)

  it('leads from a class to its books', async () => {
    const page = await (await browser.newContext()).newPage()
    await page.goto(`${system.address}/browse`)
    await page.locator('.class-tree a', { hasText: '84(5Қаз)' }).click()
    await page.locator('li[data-record]').first().waitFor()
  }, 60_000)
})

describe('the branches', () => {
  it('say so when nothing is known and they cannot be asked for', async () => {
    const page = await (await browser.newContext()).newPage()
    await page.route('**/branches', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: (await response.text()).replace('id="known"', '') })
    })
    await page.route('**/api/branches', (route) => route.abort())
    await page.goto(`${system.address}/branches`)
    await page.locator('.branches-page [role="alert"]').waitFor()
    expect(await page.locator('.branches-page [role="status"]').count()).toBe(0)
  })
})

describe('a page that the library drew', () => {
  it.each(['/branches?by=nothing', '/browse?by=classes', '/browse?by=authors'])(
    'is taken over by its script at %s: nothing is asked for again, nothing moves, no word changes',
    async (path) => {
      const page = await (await browser.newContext()).newPage()
      const asked: string[] = []
      page.on('request', (request) => asked.push(new URL(request.url()).pathname))
      await page.addInitScript(() => {
        const shifts: number[] = []
        Object.assign(globalThis, { shifts })
        new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ duration }) => duration))).observe({
          type: 'layout-shift',
        })
      })
      await page.route('**/assets/show-*', (route) => route.abort(), { times: 1 })
      await page.goto(`${system.address}${path}`)
      const drawn = await page.locator('#page').textContent()
      await page.unroute('**/assets/show-*')
      await page.reload()
      // Only what the library drew has hidden fields: for a browser that runs no script.
      await page.locator('.languages input').waitFor({ state: 'detached' })
      expect(await page.locator('#page').textContent()).toBe(drawn)
      expect(await page.evaluate('shifts')).toEqual([])
      expect(asked.filter((each) => each.startsWith('/api/'))).toEqual([])
    },
  )
})

describe('without JavaScript', () => {
  it('a reader searches from the first page, filters, and reads a record', async () => {
    const page = await (await browser.newContext({ viewport: { width: 360, height: 800 }, javaScriptEnabled: false })).newPage()
    await page.goto(system.address)
    for (const list of ['#new', '#most-read']) expect(await page.locator(`section:has(${list}) [data-record]`).count()).toBe(4)
    expect(await page.locator('.branches [data-opening]').count()).toBe(8)
    await page.locator('input[name="q"]').fill('абай')
    await page.locator('.search-box button').click()
    await page.locator('[data-record]').first().waitFor()
    expect(new URL(page.url()).pathname).toBe('/search')
    await page.locator('input[name="language"][value="rus"]').check()
    await page.locator('button.no-script').click()
    await page.locator('input[name="language"][value="rus"]:checked').waitFor()
    await page.locator('[data-record] a').first().click()
    await page.locator('[data-branch]').first().waitFor()
    await page.locator('.languages [lang="ru"]').click()
    await page.locator('html[lang="ru"]').waitFor({ state: 'attached' })
    expect(await page.locator('.citation').textContent()).toMatch(/Текст : непосредственный\.$/)
    expect(await tooWide(page)).toBe(0)
    expect(await page.locator('.top').evaluate((top) => getComputedStyle(top).display), 'the styles within are allowed').toBe('flex')
  }, 60_000)

  it('a reader finds the branches, and browses from a letter to the next page and to the books of an author', async () => {
    const page = await (await browser.newContext({ viewport: { width: 360, height: 800 }, javaScriptEnabled: false })).newPage()
    await page.goto(system.address)
    await page.locator('.parts a[href="/branches"]').click()
    expect(await page.locator('[data-branch-card] .week').count()).toBe(8)
    expect(await page.locator('[data-branch-card] [data-opening]').count()).toBe(8)
    expect(await page.locator('[data-branch-card] a[href^="tel:"]').count()).toBe(8)
    expect(await tooWide(page)).toBe(0)
    await page.locator('.parts a[href="/browse"]').click()
    await page.locator('.class-tree a', { hasText: '84(5Қаз)' }).waitFor()
    await page.locator('.ways a[href$="authors"]').click()
    await page.locator('.letters a', { hasText: 'Ә' }).click()
    await page.locator('[data-heading]', { hasText: 'Әуезов' }).waitFor()
    const first = await page.locator('[data-heading]').first().textContent()
    await page.locator('.turn a[rel="next"]').click()
    await page.locator('[data-heading]').first().waitFor()
    expect(await page.locator('[data-heading]').first().textContent()).not.toBe(first)
    await page.locator('.languages [lang="en"]').click()
    await page.locator('html[lang="en"]').waitFor({ state: 'attached' })
    expect(new URL(page.url()).searchParams.get('after')).not.toBeNull()
    expect(await tooWide(page)).toBe(0)
    await page.locator('[data-heading]').first().click()
    await page.locator('.results [data-record]').first().waitFor()
  }, 60_000)
})

describe('a record', () => {
  it('is drawn before the script asks anything, and asks only for what is like it', async () => {
    const page = await (await browser.newContext()).newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(`${system.address}/record/1`)
    await page.locator('#similar').waitFor()
    expect(asked.filter((path) => path.startsWith('/api/'))).toEqual(['/api/records/1/similar'])
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a[download]', { hasText: 'BibTeX' }).click()])
    expect(download.suggestedFilename()).toBe('bulaq-1.bib')
    await page.locator('.qr summary').click()
    await page.waitForFunction(() => (document.querySelector<HTMLImageElement>('.qr img')?.naturalWidth ?? 0) > 0)
  }, 60_000)
})

describe('a record taken along', () => {
  const said = (text: RegExp) => ({ hasText: text })

  it('is copied as a citation and as a link, and shared where the device can', async () => {
    // What one context may do, the others of a browser in one process do not learn: it has a browser of its own.
    const own = await openBrowser()
    const context = await own.newContext()
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: system.address })
    await context.addInitScript(() => {
      const note = (name: string, what: unknown) => document.documentElement.setAttribute(name, JSON.stringify(what))
      const write = navigator.clipboard.writeText.bind(navigator.clipboard)
      navigator.clipboard.writeText = (text) => write(text).then(() => note('data-copied', text))
      Object.defineProperty(navigator, 'share', { value: async (what: object) => note('data-shared', what) })
    })
    const page = await context.newPage()
    await page.goto(`${system.address}/record/1?lang=en`)
    const buttons = page.locator('.take-away .scripted button')
    await buttons.nth(2).waitFor()
    await buttons.nth(0).click()
    await page.locator('.take-away [role="status"]', said(/^Copied$/)).waitFor()
    const noted = async (name: string) => JSON.parse((await page.locator(`html[${name}]`).getAttribute(name)) ?? 'null')
    expect(await noted('data-copied')).toBe(await page.locator('.citation').textContent())
    await buttons.nth(1).click()
    await expect.poll(() => noted('data-copied')).toBe(`${system.address}/record/1`)
    await buttons.nth(2).click()
    expect(await noted('data-shared')).toEqual({ title: await page.locator('h1').textContent(), url: `${system.address}/record/1` })
    await own.close()
  }, 60_000)

  it('says so where nothing can be copied or shared, and shows the citation to be selected', async () => {
    const context = await browser.newContext()
    await context.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
      Reflect.deleteProperty(Navigator.prototype, 'share')
    })
    const page = await context.newPage()
    await page.goto(`${system.address}/record/1?lang=en`)
    await page.locator('#similar').waitFor()
    const buttons = page.locator('.take-away .scripted button')
    await buttons.first().click()
    await page.locator('.take-away [role="status"]', said(/^Not copied/)).waitFor()
    expect(await buttons.count()).toBe(2)
    expect(await page.locator('.citation').textContent()).not.toBe('')
  }, 60_000)
})

describe('the catalogue', () => {
  it('comes back to the same results, and remembers the language', async () => {
    const page = await (await browser.newContext()).newPage()
    await page.goto(`${system.address}/?q=${encodeURIComponent('абай')}`)
    await page.locator('[data-record] a').first().click()
    await page.locator('[data-branch]').first().waitFor()
    await page.goBack()
    await page.locator('[data-record]').first().waitFor()
    expect(await page.locator('#search input[name="q"]').inputValue()).toBe('абай')
    await page.locator('.languages [lang="en"]').click()
    await page.locator('html[lang="en"]').waitFor({ state: 'attached' })
    await page.reload()
    await page.locator('html[lang="en"]').waitFor({ state: 'attached' })
  }, 60_000)
})
