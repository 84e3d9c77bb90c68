import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { tooWide, violations } from './axe.ts'
import { ANSWER, NOTHING, SUGGESTIONS } from './search-answers.ts'
import { address, openSearch, type View } from './search-view.ts'
import { browser, system } from './started.ts'

const open = (path: string, view: View) => openSearch(browser, `${system.address}${path}`, view)

describe('the suggestions', () => {
  const answers = { suggestions: () => ({ json: { suggestions: SUGGESTIONS } }) }
  const active = (page: Page) => page.locator('#search input[name="q"]').getAttribute('aria-activedescendant')

  it('are walked by the arrows, heard, and left by Escape', async () => {
    const page = await open('/', { answers })
    await page.locator('#search input[name="q"]').pressSequentially('көш')
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
    expect(await page.locator('#search input[name="q"]').inputValue()).toBe('көш')
  })

  it('are there for what was typed before the script came, and none of it is lost', async () => {
    let arrive = () => {}
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve
    })
    const page = await open('/', {
      answers,
      scripts: (route) => arrived.then(() => route.continue()),
    })
    await page.locator('#search input[name="q"]').pressSequentially('кө')
    arrive()
    await page.locator('[role="option"]').first().waitFor()
    await page.keyboard.type('ш')
    expect(await page.locator('#search input[name="q"]').inputValue()).toBe('көш')
  })

  it('lead to the books of an author by Enter, and to a record by a touch', async () => {
    const page = await open('/', { answers })
    await page.locator('#search input[name="q"]').pressSequentially('көш')
    await page.locator('[role="option"]').first().waitFor()
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => address(page).get('author')).toBe('Есенберлин, Ілияс')
    expect(address(page).has('q')).toBe(false)

    await page.locator('#search input[name="q"]').pressSequentially('көш')
    await page.locator('[role="option"]').first().click()
    await page.waitForURL('**/record/1-*')
  })

  it('never hold back what was typed', async () => {
    const page = await open('/', { answers })
    await page.locator('#search input[name="q"]').pressSequentially('абай')
    await page.keyboard.press('Enter')
    await expect.poll(() => address(page).get('q')).toBe('абай')
    await page.locator('.hit').first().waitFor()
    expect(await page.locator('[role="option"]').count()).toBe(0)
  })

  it('are not missed where the library has none', async () => {
    let asked = 0
    const none = { status: 404, json: { refused: 'not-found', refusals: ['not-found'] } }
    const page = await open('/', { answers: { suggestions: () => ({ ...none, asked: asked++ }) } })
    await page.locator('#search input[name="q"]').pressSequentially('а', { delay: 400 })
    await expect.poll(() => asked).toBe(1)
    await page.locator('#search input[name="q"]').pressSequentially('бай')
    await page.keyboard.press('Enter')
    await page.locator('.hit').first().waitFor()
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
    const page = await open('/search?q=көшпнділер', { answers: { catalogue } })
    await page.locator('.correction').waitFor()
    expect(await page.locator('.correction').textContent()).toContain('«көшпенділер» сұрауы бойынша нәтиже көрсетілді')
    await page.locator('.correction a', { hasText: '«көшпнділер»' }).click()
    await page.locator('.nothing').waitFor()
    await page.locator('.correction a').click()
    await page.locator('.correction', { hasText: 'көшпенділер' }).waitFor()
    expect(asked).toEqual(['0', '1', '0'])
  })

  it('the results are old, and of which hour, when the catalogue does not answer', async () => {
    const page = await open('/search?q=абай', told({ ...ANSWER, stale: { since: '2026-03-21T09:05:00.000Z' } }))
    await page.locator('.stale').waitFor()
    expect(await page.locator('.stale').textContent()).toContain('21.03.2026 14:05')
    expect(await page.locator('.hit').count()).toBe(ANSWER.hits.length)
  })

  it('many results are counted roughly', async () => {
    const page = await open('/search?q=абай', told(ANSWER))
    await page.locator('.hit').first().waitFor()
    expect(await page.locator('.count').textContent()).toBe('Табылғаны: ≈ 12\u00a0400 атау')
    expect(await page.locator('.number').first().textContent()).toContain('≈')
  })

  it('the line is broken: what was typed stays, and it can be tried again', async () => {
    let broken = true
    const catalogue = () => (broken ? { status: 503, json: {} } : { json: ANSWER })
    const page = await open('/search?q=абай', { answers: { catalogue } })
    await page.locator('[role="alert"]').waitFor()
    expect(await page.locator('#search input[name="q"]').inputValue()).toBe('абай')
    broken = false
    await page.locator('[role="alert"] button').click()
    await page.locator('.hit').first().waitFor()
  })

  describe.each([360, 1280])('at %i px', (width) => {
    it.each(['light', 'dark'] as const)('everything at once fits and axe finds nothing, %s', async (colorScheme) => {
      const corrected = { kind: 'layout', asked: 'rjigtylbkth', shown: 'көшпенділер', words: [] }
      const json = { ...ANSWER, corrected, stale: { since: '2026-03-21T09:05:00.000Z' } }
      const page = await open('/search?q=rjigtylbkth&branch=1&language=kaz&available=1', { width, colorScheme, ...told(json) })
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
