import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

/** The browser that npm installed, or the one that BULAQ_CHROMIUM names. */
export async function openBrowser(more: string[] = []): Promise<Browser> {
  return withoutServiceWorkers(await launch([...chromium.args, ...more]))
}

/** Of several processes, slower to start: one process alone falls over when a service worker starts. */
export const openBrowserOfManyProcesses = () => launch(chromium.args.filter((each) => each !== '--single-process'))

async function launch(args: string[]): Promise<Browser> {
  const executablePath = process.env.BULAQ_CHROMIUM ?? (await chromium.executablePath())
  return playwright.launch({ executablePath, args, headless: true })
}

function withoutServiceWorkers(browser: Browser): Browser {
  const newContext = browser.newContext.bind(browser)
  browser.newContext = (options) => newContext({ serviceWorkers: 'block', ...options })
  browser.newPage = async (options) => (await browser.newContext(options)).newPage()
  return browser
}
