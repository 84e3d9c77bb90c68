import type { Page } from 'playwright-core'

/** What is asked at such an address, by this method or by any, waits on its way until it is let go. */
export async function holdBack(page: Page, url: string, method?: string): Promise<() => void> {
  const { promise: held, resolve } = Promise.withResolvers<void>()
  await page.route(url, async (route) => {
    if (method === undefined || route.request().method() === method) await held
    await route.fallback()
  })
  return resolve
}
