import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { address, openSearch } from './search-view.ts'
import { browser, system } from './started.ts'

const KIB = 1024

const open = (path: string) => openSearch(browser, `${system.address}${path}`)

async function search(page: Page, words: string) {
  await page.locator('#search input[name="q"]').fill(words)
  await page.keyboard.press('Enter')
  await page.locator('.hit').first().waitFor()
}

const box = (page: Page, name: string, value: string) => page.locator(`input[type="checkbox"][name="${name}"][value="${value}"]`)

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
    const page = await open('/search?q=роман')
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

  it('heeds what is ticked and chosen while the script is still on the way', async () => {
    const page = await browser.newPage()
    const { promise: line, resolve: arrive } = Promise.withResolvers<void>()
    await page.route('**/assets/show-search*.js', async (route) => {
      await line
      await route.continue()
    })
    await page.goto(`${system.address}/search?q=${encodeURIComponent('роман')}`)
    await box(page, 'language', 'kaz').check()
    await page.locator('select[name="sort"]').selectOption('title')
    arrive()
    await page.locator('.chip', { hasText: 'Қазақ тілі' }).waitFor()
    await expect.poll(() => address(page).get('sort'), { timeout: 30_000 }).toBe('title')
    expect(await box(page, 'language', 'kaz').isChecked()).toBe(true)
    expect(address(page).getAll('language')).toEqual(['kaz'])
  })

  it('sorts, turns the page, and comes back to the first', async () => {
    const page = await open('/search?q=роман')
    await page.locator('.hit').first().waitFor()
    await page.locator('select[name="sort"]').selectOption('title')
    await expect.poll(() => address(page).get('sort'), { timeout: 30_000 }).toBe('title')
    await page.locator('.hit h3', { hasText: /^451/ }).waitFor()
    const first = await page.locator('.hit h3').first().textContent()
    await page.locator('a[rel="next"]').click()
    await expect.poll(() => page.locator('.hit h3').first().textContent()).not.toBe(first)
    expect(address(page).get('cursor')).toBeTruthy()
    await page.locator('.turn a').first().click()
    await expect.poll(() => page.locator('.hit h3').first().textContent()).toBe(first)
  })

  it('says that nothing was found and what to try, and keeps what was typed', async () => {
    const page = await open('/search?q=ъъфыжщ&language=kaz')
    await page.locator('.nothing li').first().waitFor()
    expect(await page.locator('.nothing li').count()).toBe(4)
    await page.locator('.nothing button').click()
    await expect.poll(() => address(page).has('language')).toBe(false)
    expect(await page.locator('#search input[name="q"]').inputValue()).toBe('ъъфыжщ')
  })

  it('weighs at most 30 KiB of script and 10 KiB of style', async () => {
    const page = await (await browser.newContext()).newPage()
    const files: { kind: string; body: Promise<Buffer> }[] = []
    page.on('response', (response) => files.push({ kind: response.request().resourceType(), body: response.body() }))
    await page.goto(`${system.address}/search?q=${encodeURIComponent('абай')}`)
    await page.locator('.hit').first().waitFor()
    const weight = async (wanted: string) => {
      const bodies = await Promise.all(files.filter(({ kind }) => kind === wanted).map(({ body }) => body))
      return bodies.reduce((bytes, body) => bytes + gzipSync(body).length, 0)
    }
    expect(await weight('script')).toBeGreaterThan(KIB)
    expect(await weight('script')).toBeLessThanOrEqual(30 * KIB)
    expect(await weight('stylesheet')).toBeLessThanOrEqual(10 * KIB)
  })

  it('knows a title by its first Latin letters', async () => {
    const page = await open('/')
    await page.locator('#search input[name="q"]').pressSequentially('koshp')
    await page.locator('[role="option"]', { hasText: 'Көшпенділер' }).click()
    await page.locator('h1', { hasText: 'Көшпенділер' }).waitFor()
  })
})
