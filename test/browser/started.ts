import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { startFurnished } from '../support/furnished.ts'
import type { System } from '../support/system.ts'
import { openBrowser } from './chromium.ts'

/** Whoever imports this has the demonstration library running before its tests, and a browser before that. */
export let system: System
export let browser: Browser
export const PICTURES = 'test/.output/screenshots'
/** What went wrong in pages that were asked to tell. */
export const problems: string[] = []

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  ;[system, browser] = await Promise.all([startFurnished(), openBrowser()])
}, 180_000)

const TYPED = `[...document.querySelectorAll('input')].map((field) => field.name + (field.matches(':focus') ? '*' : '') + '=' + field.value).join(' ')`

// What a person would have seen: a test that failed once says why.
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail' || !browser) return
  for (const page of browser.contexts().flatMap((context) => context.pages())) {
    const text = await page.locator('body').innerText({ timeout: 2_000 }).catch(String)
    const typed = await page.evaluate<string>(TYPED).catch(String)
    console.error(`${task.name}: ${page.url()}\n${typed}\n${text.slice(0, 3_000)}`)
  }
})

afterAll(async () => {
  await browser?.close()
  await system?.remove()
}, 60_000)
