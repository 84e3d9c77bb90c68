import type { Page } from 'playwright-core'

/** What is asked at such an address waits on its way until it is let go. */
export async function holdBack(page: Page, url: string, method = 'GET'): Promise<() => void> {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(url, async (route) => {
    if (route.request().method() === method) await held
    await route.fallback()
  })
  return letGo
}
