import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type System, startSystem } from '../support/system.ts'
import { tooWide, violations } from './axe.ts'
import { openBrowser } from './chromium.ts'
import { ANSWER, NOTHING, SUGGESTIONS } from './search-answers.ts'

let system: System
let browser: Browser
const KIB = 1024

beforeAll(async () => {
  system = await startSystem()
  browser = await openBrowser()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await system?.remove()
}, 60_000)

interface View {
  width?: number
  colorScheme?: 'light' | 'dark'
  /** Answers in the library's place: by the path's last word. */
  answers?: Record<string, (query: URLSearchParams) => { status?: number; json: unknown }>
}

async function open(path: string, { width = 1280, colorScheme = 'light', answers = {} }: View = {}): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 800 }, colorScheme })).newPage()
  for (const [name, answer] of Object.entries(answers)) {
    await page.route(`**/api/${name}?*`, (route) => route.fulfill(answer(new URL(route.request().url()).searchParams)))
  }
  await page.goto(`${system.address}${path}`)
  await page.locator('input[name="q"]').waitFor()
  return page
}

async function search(page: Page, words: string) {
  await page.locator('input[name="q"]').fill(words)
  await page.keyboard.press('Enter')
  await page.locator('.hit').first().waitFor()
}

const address = (page: Page) => new URL(page.url()).searchParams
const box = (page: Page, name: string, value: string) => page.locator(`input[name="${name}"][value="${value}"]`)

describe('the search', () => {
  it.each([
    ['koshpendiler', 'басқа әріппен'],
    ['кошпендилер', 'басқа әріппен'],
    ['көшпенділерді', 'сөздің басқа түрі'],
  ])('finds «Көшпенділер» first when %s is typed, and says why', async (typed, why) => {
    const page = await open('/')
    await search(page, typed)
    const first = page.locator('.hit').first()
    expect(await first.locator('h3').textContent()).toContain('Көшпенділер')
    expect(await first.locator('.why').textContent()).toMatch(new RegExp(`${why}: ${typed}\\u00a0→ көшпенділер`, 'i'))
    expect(await first.locator('mark').first().textContent()).toBe('Көшпенділер')
  })

  it.each([
    ['кушпендилер', '«көшпенділер» сұрауы бойынша', 'түзетілген сөз: кушпендилер'],
    ['rjigtylbkth', 'Пернетақта басқа тілде тұрған сияқты', 'басқа әріппен: кошпендилер'],
  ])('finds «Көшпенділер» first for %s, says what was searched, and offers to search for what was typed', async (typed, said, why) => {
    const page = await open('/')
    await search(page, typed)
    expect(await page.locator('.hit h3').first().textContent()).toContain('Көшпенділер')
    expect(await page.locator('.correction').textContent()).toContain(said)
    expect(await page.locator('.hit .why').first().textContent()).toContain(`${why}\u00a0→ көшпенділер`)
    await page.locator('.correction a').click()
    await page.locator('.nothing').waitFor()
    expect(address(page).get('exact')).toBe('1')
  })

  it('narrows by ticked filters, shows them as chips, and the Back key undoes them', async () => {
    const page = await open('/?q=роман')
    await page.locator('.hit').first().waitFor()
    const all = await page.locator('.count').textContent()
    const offered = await page.locator('input[name="language"]').count()
    expect(offered).toBeGreaterThan(1)
    const count = await box(page, 'language', 'kaz').locator('..').locator('.number').textContent()

    await box(page, 'language', 'kaz').check()
    await page.locator('.chip', { hasText: 'Қазақ тілі' }).waitFor()
    await expect.poll(() => page.locator('.count').textContent()).toBe(`Табылғаны: ${count} атау`)
    expect(address(page).getAll('language')).toEqual(['kaz'])
    for (const edition of await page.locator('.hit .edition').allTextContents()) expect(edition).toContain('Қазақ тілі')
    expect(await page.locator('input[name="language"]').count()).toBe(offered)

    await box(page, 'branch', '1').check()
    await page.locator('.chip', { hasText: 'орталық' }).waitFor()
    await page.reload()
    await page.locator('.hit').first().waitFor()
    expect(await box(page, 'branch', '1').isChecked()).toBe(true)

    await page.locator('.chip', { hasText: 'орталық' }).click()
    await expect.poll(() => page.url()).not.toContain('branch')
    await page.goBack()
    await page.goBack()
    await page.goBack()
    await expect.poll(() => page.locator('.count').textContent()).toBe(all)
    expect(await page.locator('.chip').count()).toBe(0)
  })

  it('sorts, turns the page, and comes back to the first', async () => {
    const page = await open('/?q=роман')
    await page.locator('.hit').first().waitFor()
    await page.locator('select[name="sort"]').selectOption('title')
    await expect.poll(() => address(page).get('sort')).toBe('title')
    await page.locator('.hit h3', { hasText: /^451/ }).waitFor()
    const first = await page.locator('.hit h3').first().textContent()
    await page.locator('a[rel="next"]').click()
    await expect.poll(() => page.locator('.hit h3').first().textContent()).not.toBe(first)
    expect(address(page).get('cursor')).toBeTruthy()
    await page.locator('.turn a').first().click()
    await expect.poll(() => page.locator('.hit h3').first().textContent()).toBe(first)
  })

  it('says that nothing was found and what to try, and keeps what was typed', async () => {
    const page = await open('/?q=ъъфыжщ&language=kaz')
    await page.locator('.nothing li').first().waitFor()
    expect(await page.locator('.nothing li').count()).toBe(4)
    await page.locator('.nothing button').click()
    await expect.poll(() => address(page).has('language')).toBe(false)
    expect(await page.locator('input[name="q"]').inputValue()).toBe('ъъфыжщ')
  })

  it('weighs at most 30 KiB of script and 10 KiB of style', async () => {
    const page = await (await browser.newContext()).newPage()
    const files: { kind: string; body: Promise<Buffer> }[] = []
    page.on('response', (response) => files.push({ kind: response.request().resourceType(), body: response.body() }))
    await page.goto(`${system.address}/?q=${encodeURIComponent('абай')}`)
    await page.locator('.hit').first().waitFor()
    const weight = async (wanted: string) => {
      const bodies = await Promise.all(files.filter(({ kind }) => kind === wanted).map(({ body }) => body))
      return bodies.reduce((bytes, body) => bytes + gzipSync(body).length, 0)
    }
    expect(await weight('script')).toBeGreaterThan(KIB)
    expect(await weight('script')).toBeLessThanOrEqual(30 * KIB)
    expect(await weight('stylesheet')).toBeLessThanOrEqual(10 * KIB)
  })
})

describe('the suggestions', () => {
  const answers = { suggestions: () => ({ json: { suggestions: SUGGESTIONS } }) }
  const active = (page: Page) => page.locator('input[name="q"]').getAttribute('aria-activedescendant')

  it('are walked by the arrows, heard, and left by Escape', async () => {
    const page = await open('/', { answers })
    await page.locator('input[name="q"]').pressSequentially('көш')
    await page.locator('[role="option"]').first().waitFor()
    expect(await page.locator('.combobox [role="status"]').textContent()).toContain(String(SUGGESTIONS.length))
    expect(await active(page)).toBeNull()
    await page.keyboard.press('ArrowDown')
    expect(await page.locator(`#${await active(page)}`).textContent()).toContain('Көшпенділер')
    await page.keyboard.press('ArrowUp')
    expect(await active(page)).toBeNull()
    await page.keyboard.press('ArrowUp')
    expect(await active(page)).toBe(`suggestion-${SUGGESTIONS.length - 1}`)
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await page.locator('[role="option"]').count()).toBe(0)
    expect(await page.locator('input[name="q"]').inputValue()).toBe('көш')
  })

  it('lead to the books of an author by Enter, and to a record by a touch', async () => {
    const page = await open('/', { answers })
    await page.locator('input[name="q"]').pressSequentially('көш')
    await page.locator('[role="option"]').first().waitFor()
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => address(page).get('author')).toBe('Есенберлин, Ілияс')
    expect(address(page).has('q')).toBe(false)

    await page.locator('input[name="q"]').pressSequentially('көш')
    await page.locator('[role="option"]').first().click()
    await page.waitForURL('**/record/1-*')
  })

  it('of the library itself know a title by its first Latin letters', async () => {
    const page = await open('/')
    await page.locator('input[name="q"]').pressSequentially('koshp')
    await page.locator('[role="option"]', { hasText: 'Көшпенділер' }).click()
    await page.locator('h1', { hasText: 'Көшпенділер' }).waitFor()
  })

  it('never hold back what was typed', async () => {
    const page = await open('/', { answers })
    await page.locator('input[name="q"]').pressSequentially('абай')
    await page.keyboard.press('Enter')
    await expect.poll(() => address(page).get('q')).toBe('абай')
    await page.locator('.hit').first().waitFor()
    expect(await page.locator('[role="option"]').count()).toBe(0)
  })

  it('are not missed where the library has none', async () => {
    let asked = 0
    const none = { status: 404, json: { refused: 'not-found', refusals: ['not-found'] } }
    const page = await open('/', { answers: { suggestions: () => ({ ...none, asked: asked++ }) } })
    await page.locator('input[name="q"]').pressSequentially('а', { delay: 400 })
    await expect.poll(() => asked).toBe(1)
    await page.locator('input[name="q"]').pressSequentially('бай')
    await search(page, 'абай')
    expect(asked).toBe(1)
  })
})

describe('what a reader is told', () => {
  const told = (json: unknown, status = 200) => ({ answers: { catalogue: () => ({ status, json }) } })

  it('another spelling was searched; the link searches exactly what was typed', async () => {
    const asked: string[] = []
    const corrected = { kind: 'spelling', asked: 'көшпнділер', shown: 'көшпенділер', words: [] }
    const catalogue = (query: URLSearchParams) => {
      asked.push(query.get('exact') ?? '0')
      return { json: query.has('exact') ? NOTHING : { ...ANSWER, corrected } }
    }
    const page = await open('/?q=көшпнділер', { answers: { catalogue } })
    await page.locator('.correction').waitFor()
    expect(await page.locator('.correction').textContent()).toContain('«көшпенділер» сұрауы бойынша нәтиже көрсетілді')
    await page.locator('.correction a', { hasText: '«көшпнділер»' }).click()
    await page.locator('.nothing').waitFor()
    await page.locator('.correction a').click()
    await page.locator('.correction', { hasText: 'көшпенділер' }).waitFor()
    expect(asked).toEqual(['0', '1', '0'])
  })

  it('the results are old, and of which hour, when the catalogue does not answer', async () => {
    const page = await open('/?q=абай', told({ ...ANSWER, stale: { since: '2026-03-21T09:05:00.000Z' } }))
    await page.locator('.stale').waitFor()
    expect(await page.locator('.stale').textContent()).toContain('21.03.2026 14:05')
    expect(await page.locator('.hit').count()).toBe(ANSWER.hits.length)
  })

  it('many results are counted roughly', async () => {
    const page = await open('/?q=абай', told(ANSWER))
    await page.locator('.hit').first().waitFor()
    expect(await page.locator('.count').textContent()).toBe('Табылғаны: ≈ 12\u00a0400 атау')
    expect(await page.locator('.number').first().textContent()).toContain('≈')
  })

  it('the line is broken: what was typed stays, and it can be tried again', async () => {
    let broken = true
    const catalogue = () => (broken ? { status: 503, json: {} } : { json: ANSWER })
    const page = await open('/?q=абай', { answers: { catalogue } })
    await page.locator('[role="alert"]').waitFor()
    expect(await page.locator('input[name="q"]').inputValue()).toBe('абай')
    broken = false
    await page.locator('[role="alert"] button').click()
    await page.locator('.hit').first().waitFor()
  })

  describe.each([360, 1280])('at %i px', (width) => {
    it.each(['light', 'dark'] as const)('everything at once fits and axe finds nothing, %s', async (colorScheme) => {
      const corrected = { kind: 'layout', asked: 'rjigtylbkth', shown: 'көшпенділер', words: [] }
      const json = { ...ANSWER, corrected, stale: { since: '2026-03-21T09:05:00.000Z' } }
      const page = await open('/?q=rjigtylbkth&branch=1&language=kaz&available=1', { width, colorScheme, ...told(json) })
      await page.locator('.hit').first().waitFor()
      await page.locator('.tips summary').click()
      if (width < 960) {
        expect(await page.locator('.facets').isVisible()).toBe(false)
        await page.locator('.open-filters', { hasText: '(3)' }).click()
      }
      expect(await page.locator('.facets').isVisible()).toBe(true)
      expect(await violations(page)).toEqual([])
      expect(await tooWide(page)).toBe(0)
    })
  })
})
