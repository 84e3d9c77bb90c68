import type { Browser, Page, Route } from 'playwright-core'

export interface View {
  width?: number
  colorScheme?: 'light' | 'dark'
  /** Answers in the library's place: by the path's last word. */
  answers?: Record<string, (query: URLSearchParams) => { status?: number; json: unknown }>
  /** Lets each script of the page come when it likes. */
  scripts?: (route: Route) => Promise<void>
}

export async function openSearch(
  browser: Browser,
  url: string,
  { width = 1280, colorScheme = 'light', answers = {}, scripts }: View = {},
): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 800 }, colorScheme })).newPage()
  for (const [name, answer] of Object.entries(answers)) {
    await page.route(`**/api/${name}?*`, (route) => route.fulfill(answer(new URL(route.request().url()).searchParams)))
  }
  // What the server drew, and from what, is taken out where its answers are replaced: the script asks for them itself.
  if (answers.catalogue)
    await page.route('**/search?*', async (route) => {
      const response = await route.fetch()
      const body = (await response.text()).replace(/<script[^>]* id="known">.*?<\/script>/s, '').replace(/<main.*<\/main>/s, '')
      await route.fulfill({ response, body })
    })
  if (scripts) await page.route('**/assets/*.js', scripts)
  await page.goto(url, { waitUntil: scripts ? 'commit' : 'load' })
  await page.locator('#search input[name="q"]').waitFor()
  return page
}

/** What the address bar says. */
export const address = (page: Page) => new URL(page.url()).searchParams
