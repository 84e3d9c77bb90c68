import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

/** The browser that npm installed, or the one that BULAQ_CHROMIUM names. */
export async function openBrowser(more: string[] = []): Promise<Browser> {
  const executablePath = process.env.BULAQ_CHROMIUM ?? (await chromium.executablePath())
  return playwright.launch({ executablePath, args: [...chromium.args, ...more], headless: true })
}
