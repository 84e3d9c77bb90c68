import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Whatever it is put into, something of it is an element, an attribute or a script there. Without a space it is one word everywhere. */
export const HOSTILE = `"'><img/src="x"onerror="window.xss=1"></script></title></textarea><svg/onload="window.xss=2">`

/** Tells of which field it is. */
export const hostile = (field: string) => `${field}${HOSTILE}`
/** As much of it as is kept wherever a text is cut short. */
export const shortHostile = (field: string) => hostile(field).slice(0, 40)

/** A busy machine is slow, not wrong. */
const PATIENCE_MS = 20_000

/** What is wrong with a page beyond what stands in it. */
export function watch(page: Page): string[] {
  const wrong: string[] = []
  const tell = (what: string) => {
    const line = `${page.url()} ${what.slice(0, 200)}`
    if (!wrong.includes(line)) wrong.push(line)
  }
  page.on('dialog', (dialog) => {
    // A page that is left with something written asks first.
    if (dialog.type() === 'beforeunload') return dialog.accept()
    tell('opened a dialog')
    return dialog.dismiss()
  })
  page.on('pageerror', (error) => tell(String(error)))
  page.on('console', (line) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/.test(line.text())) tell(line.text())
  })
  return wrong
}

const GROWN = `({
  ran: window.xss,
  elements: document.querySelectorAll('img[src="x"], [onerror], [onload]').length,
  addresses: [...document.querySelectorAll('*')].flatMap((each) =>
    ['href', 'src', 'action', 'formaction'].filter((name) => /^\\s*(javascript|vbscript):/i.test(each.getAttribute(name) ?? ''))).length,
})`

/** Nothing has run, and no words have become elements or addresses. */
export async function isClean(page: Page, wrong: readonly string[]) {
  expect({ ...(await page.evaluate<object>(GROWN)), wrong, at: page.url() }).toEqual({
    ran: undefined,
    elements: 0,
    addresses: 0,
    wrong: [],
    at: page.url(),
  })
}

/** A page whose words are looked for where they should be read. */
export function stageOf(page: Page) {
  page.setDefaultTimeout(PATIENCE_MS)
  const wrong = watch(page)
  const clean = () => isClean(page, wrong)
  /** The words of these fields stand there to be read, on the screen or on paper. */
  const shows = async (within: string, ...fields: string[]) => {
    for (const field of fields) await page.locator(within).getByText(shortHostile(field)).filter({ visible: true }).first().waitFor()
    await clean()
  }
  /** They stand in the choices of a list or in a field. */
  const offers = async (within: string, field: string) => {
    const place = page.locator(within).first()
    await place.waitFor({ state: 'attached' })
    await expect
      .poll(() => place.evaluate((each) => ('value' in each ? String(each.value) : '') + each.textContent), { timeout: PATIENCE_MS })
      .toContain(shortHostile(field))
    await clean()
  }
  /** The button is pressed, and this is what comes out of the printer. */
  const onPaper = async (button: string, within: string, ...fields: string[]) => {
    await page.locator(button).click()
    await page.emulateMedia({ media: 'print' })
    try {
      await shows(within, ...fields)
      expect(await page.locator(button).filter({ visible: true }).count()).toBe(0)
    } finally {
      await page.evaluate("dispatchEvent(new Event('afterprint'))")
      await page.emulateMedia({ media: 'screen' })
    }
  }
  /** After a place that failed the next one has its own page again. */
  const recover = async () => {
    await page.context().setOffline(false)
    await page.reload()
    wrong.length = 0
  }
  return { page, clean, shows, offers, onPaper, recover }
}

export type Stage = ReturnType<typeof stageOf>

/** A place where stored words come to be read, and the way there. */
export type Surface<More> = [name: string, open: (stage: Stage & More) => Promise<void>]
