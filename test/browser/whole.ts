import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { askew, tooWide, violations } from './axe.ts'

/** A telephone by day, a wide screen at night. Axe looks at each language and at each look: no rule of its is about both at once. */
const LOOKS = [
  { width: 360, colorScheme: 'light', axe: ['kk', 'ru'] },
  { width: 1280, colorScheme: 'dark', axe: ['kk', 'en'] },
] as const

/** In all three languages the page fits, nothing in it is askew, and axe finds nothing. It is left in Kazakh and as wide as it was. */
export async function expectWhole(page: Page, name: string) {
  const before = page.viewportSize()
  for (const language of ['ru', 'en', 'kk'] as const) {
    await page.setViewportSize({ width: 360, height: 800 })
    await page.locator(`.languages [lang="${language}"]`).click()
    await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' })
    await page.waitForLoadState()
    // A locked page shows nothing until its script has come.
    await page.locator('h1').filter({ visible: true }).first().waitFor()
    for (const { width, colorScheme, axe } of LOOKS) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme })
      const isSeenByAxe = axe.some((own) => own === language)
      const faults = { axe: isSeenByAxe ? await violations(page) : [], wide: await tooWide(page), askew: await askew(page) }
      expect(faults, `${name}, ${language}, ${width} px, ${colorScheme}`).toEqual({ axe: [], wide: 0, askew: [] })
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  if (before) await page.setViewportSize(before)
}
