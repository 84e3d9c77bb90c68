import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium as playwright } from 'playwright-core'

const program = async () => process.env.BULAQ_CHROMIUM ?? (await chromium.executablePath())

/** One process alone falls over when a service worker starts. */
const SEVERAL_PROCESSES = chromium.args.filter((each) => each !== '--single-process')

/** The browser that npm installed, or the one that BULAQ_CHROMIUM names. */
export async function openBrowser(more: string[] = []): Promise<Browser> {
  return withoutServiceWorkers(await launch([...chromium.args, ...more]))
}

/** Slower to start, with service workers. */
export const openBrowserOfManyProcesses = () => launch(SEVERAL_PROCESSES)

/** A browser that keeps what it has in a folder: killed and opened again, it goes on from there. */
export async function openLastingBrowser(folder: string): Promise<BrowserContext> {
  const args = SEVERAL_PROCESSES.filter((each) => each !== '--incognito')
  return playwright.launchPersistentContext(folder, { executablePath: await program(), args, headless: true })
}

async function launch(args: string[]): Promise<Browser> {
  return playwright.launch({ executablePath: await program(), args, headless: true })
}

function withoutServiceWorkers(browser: Browser): Browser {
  const newContext = browser.newContext.bind(browser)
  browser.newContext = (options) => newContext({ serviceWorkers: 'block', ...options })
  browser.newPage = async (options) => (await browser.newContext(options)).newPage()
  return browser
}
