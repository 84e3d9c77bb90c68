import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium as playwright } from 'playwright-core'

const program = async () => process.env.BULAQ_CHROMIUM ?? (await chromium.executablePath())

/** What is looked at is not on its way from one colour to another. */
const STILL: BrowserContextOptions = { reducedMotion: 'reduce' }

/** One process alone falls over when a service worker starts. */
const SEVERAL_PROCESSES = chromium.args.filter((each) => each !== '--single-process')

/** The browser that npm installed, or the one that BULAQ_CHROMIUM names. */
export async function openBrowser(more: string[] = []): Promise<Browser> {
  return withContexts(await launch([...chromium.args, ...more]), { ...STILL, serviceWorkers: 'block' })
}

/** Slower to start, with service workers. */
export const openBrowserOfManyProcesses = async () => withContexts(await launch(SEVERAL_PROCESSES), STILL)

/** A browser that keeps what it has in a folder: killed and opened again, it goes on from there. */
export async function openLastingBrowser(folder: string): Promise<BrowserContext> {
  const args = SEVERAL_PROCESSES.filter((each) => each !== '--incognito')
  return playwright.launchPersistentContext(folder, { ...STILL, executablePath: await program(), args, headless: true })
}

async function launch(args: string[]): Promise<Browser> {
  return playwright.launch({ executablePath: await program(), args, headless: true })
}

function withContexts(browser: Browser, usual: BrowserContextOptions): Browser {
  const newContext = browser.newContext.bind(browser)
  browser.newContext = (options) => newContext({ ...usual, ...options })
  browser.newPage = async (options) => (await browser.newContext(options)).newPage()
  return browser
}
