import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RUN = `axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map((node) => node.target)))`

/** The debugger puts axe into the page, for the page's own policy lets no script in. */
export async function violations(page: Page): Promise<unknown> {
  const debug = await page.context().newCDPSession(page)
  await debug.send('Runtime.evaluate', { expression: AXE })
  const { result } = await debug.send('Runtime.evaluate', { expression: RUN, awaitPromise: true, returnByValue: true })
  return result.value
}

/** By how many pixels the page is wider than the screen. */
export const tooWide = (page: Page) => page.evaluate('Math.max(0, document.documentElement.scrollWidth - innerWidth)')
