import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
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
  system = await startFurnished()
  browser = await openBrowser()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await system?.remove()
}, 60_000)
