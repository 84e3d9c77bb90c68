import type { Browser, Page } from 'playwright-core'

interface At {
  width?: number
  colorScheme?: 'light' | 'dark'
  /** Where what goes wrong in the page is told. */
  problems?: string[]
}

/** The desk in a window of its own, signed in. */
export async function openDesk(browser: Browser, address: string, login: string, at: At = {}): Promise<Page> {
  const { width = 1280, colorScheme = 'light', problems } = at
  const page = await (await browser.newContext({ viewport: { width, height: 900 }, colorScheme })).newPage()
  page.setDefaultTimeout(10_000)
  page.on('pageerror', (error) => problems?.push(String(error)))
  await page.goto(`${address}/desk`)
  await signIn(page, login)
  return page
}

/** Fills in the form of a page of the staff. */
export async function signIn(page: Page, login: string) {
  // One process of the browser keeps one jar of cookies for all its contexts.
  await page.locator('input[name="login"], [data-sign-out]').first().waitFor()
  if (await page.locator('[data-sign-out]').isVisible()) await page.locator('[data-sign-out]').click()
  await page.locator('input[name="login"]').fill(login)
  await page.locator('input[name="password"]').fill('balqash-2026')
  await page.keyboard.press('Enter')
  await page.locator('[data-sign-out]').waitFor()
}

/** What a scanner does: keys, then Enter. */
export async function scan(page: Page, text: string) {
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}
