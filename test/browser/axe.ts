import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RUN = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map((node) => node.target)))`

/** The debugger puts axe into the page, for the page's own policy lets no script in. */
export async function violations(page: Page): Promise<unknown> {
  const debug = await page.context().newCDPSession(page)
  const { result: known } = await debug.send('Runtime.evaluate', { expression: '"axe" in globalThis' })
  if (!known.value) await debug.send('Runtime.evaluate', { expression: AXE })
  const { result } = await debug.send('Runtime.evaluate', { expression: RUN, awaitPromise: true, returnByValue: true })
  return result.value
}

/** Text that does not fit its button, headings that skip a level, and on a phone what is too small for a thumb. */
const ASKEW = `(() => {
  const seen = [...document.querySelectorAll('h1, h2, h3, h4, button, .button, input, select, textarea, summary')]
    .filter((each) => each.getClientRects().length > 0)
  const levels = seen.filter(({ tagName }) => /^H\\d$/.test(tagName)).map(({ tagName }) => Number(tagName[1]))
  const pressed = seen.filter((each) => !/^H\\d$/.test(each.tagName) && !each.closest('.unseen'))
  const target = (each) => Math.max(...[each, each.closest('label')].map((area) => area?.getBoundingClientRect().height ?? 0))
  const told = (fault, each) => fault + ': ' + (each.textContent.trim() || each.name || each.outerHTML).slice(0, 60)
  return [
    ...pressed.filter((each) => each.matches('button, .button') && each.scrollWidth > each.clientWidth + 1).map((each) => told('cut', each)),
    ...(innerWidth < 600 ? pressed.filter((each) => target(each) < 43.5).map((each) => told('small', each)) : []),
    ...(levels.filter((level) => level === 1).length === 1 ? [] : ['one first heading is needed: ' + levels]),
    ...levels.flatMap((level, index) => (level > (levels[index - 1] ?? 0) + 1 ? ['skipped a heading: ' + levels] : [])),
  ]
})()`

export const askew = (page: Page) => page.evaluate(ASKEW)

/** By how many pixels the page is wider than the screen. */
export const tooWide = (page: Page) => page.evaluate('Math.max(0, document.documentElement.scrollWidth - innerWidth)')
