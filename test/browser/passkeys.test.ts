import { createClient } from '@libsql/client/http'
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { DEMONSTRATION_PASSWORD, DEMONSTRATION_PIN } from '../../worker/local/settings.ts'
import { tooWide, violations } from './axe.ts'
import { browser, PICTURES, problems, system } from './started.ts'
import { expectWhole } from './whole.ts'

const CARD = '27103000000019'

/** A page, and a telephone beside it whose owner always puts the finger on it. */
async function openWithDevice(
  path: string,
  context: BrowserContext,
): Promise<{ page: Page; trust: (verified: boolean) => Promise<unknown> }> {
  const page = await context.newPage()
  page.on('pageerror', (error) => problems.push(String(error)))
  const devtools = await context.newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
  })
  await page.goto(`${system.address}${path}`)
  return { page, trust: (isUserVerified) => devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }) }
}

/** Everybody signed in long ago. */
async function forgetFreshness() {
  const client = createClient({ url: `http://127.0.0.1:${system.env.LIBSQL_PORT}` })
  const old = new Date(Date.now() - 3_600_000).toISOString()
  for (const table of ['sessions', 'reader_sessions']) await client.execute({ sql: `UPDATE ${table} SET started_at = ?`, args: [old] })
  client.close()
}

interface Walk {
  page: Page
  trust: (verified: boolean) => Promise<unknown>
  /** What only those see who are in. */
  inside: string
  /** Goes to one's own passkeys. */
  toPasskeys: () => Promise<void>
  leave: string
  picture: string
}

/** Makes a passkey, leaves, comes back with it and without typing anything, and removes it. */
async function live({ page, trust, inside, toPasskeys, leave, picture }: Walk) {
  await toPasskeys()
  await page.locator('[data-add-passkey]').click()
  await page.locator('[data-passkey-told="added"]').waitFor()
  await page.locator('[data-own-passkey]').waitFor()
  await page.locator('[data-add-passkey]:enabled').click()
  await page.locator('[data-passkey-told="known"]').waitFor()
  expect(await page.locator('[data-own-passkey]').count()).toBe(1)
  await expectWhole(page, 'passkeys')
  await forgetFreshness()
  await page.locator('[data-add-passkey]:enabled').click()
  await page.locator('[data-refused="sign-in-is-old"]').waitFor()
  await page.locator('.passkeys [data-passkey]').waitFor()
  await expectWhole(page, 'passkeys')
  await page.screenshot({ path: `${PICTURES}/passkeys-again-${picture}.png`, fullPage: true })
  await page.locator('.passkeys [data-passkey]').click()
  await page.locator('.passkeys [data-passkey]').waitFor({ state: 'detached' })
  await toPasskeys()
  await page.locator('[data-add-passkey]:enabled').click()
  await page.locator('[data-passkey-told="known"]').waitFor()
  await page.locator('.passkeys').scrollIntoViewIfNeeded()
  await page.screenshot({ path: `${PICTURES}/passkeys-${picture}.png`, fullPage: true })
  await page.locator(leave).click()
  await trust(false)
  await page.locator('[data-passkey]').click()
  await page.locator('[data-passkey-told="cancelled"]').waitFor()
  await expectWhole(page, 'passkeys')
  await page.screenshot({ path: `${PICTURES}/passkeys-sign-in-${picture}.png`, fullPage: true })
  await trust(true)
  await page.locator('[data-passkey]').focus()
  await page.keyboard.press('Enter')
  await page.locator(inside).waitFor()
  await toPasskeys()
  await page.locator('[data-own-passkey] button').click()
  await page.locator('[data-passkey-told="removed"]').waitFor()
  await page.locator('[data-own-passkey]').waitFor({ state: 'detached' })
  await page.locator(leave).click()
  await page.locator('[data-passkey]').click()
  await page.locator('[data-refused="passkey-failed"]').waitFor()
  await expectWhole(page, 'passkeys')
  expect(problems).toEqual([])
}

describe('a passkey in the browser', () => {
  it('is made by a reader, opens their page without card and PIN, and opens nothing when it is removed', async () => {
    const { page, trust } = await openWithDevice('/account', await browser.newContext({ viewport: { width: 360, height: 780 } }))
    await page.locator('input[name="card"]').fill(CARD)
    await page.locator('input[name="pin"]').fill(DEMONSTRATION_PIN)
    await page.keyboard.press('Enter')
    const inside = `[data-account="${CARD}"]`
    await page.locator(inside).waitFor()
    const toPasskeys = async () => void (await page.locator('[data-add-passkey]').waitFor())
    await live({ page, trust, inside, toPasskeys, leave: '[data-leave]', picture: 'reader-360' })
  }, 120_000)

  it('is made by a librarian, opens the desk without login and password, and opens nothing when it is removed', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: 'dark' })
    const { page, trust } = await openWithDevice('/office#sessions', context)
    await page.locator('input[name="login"]').fill('librarian1')
    await page.locator('input[name="password"]').fill(DEMONSTRATION_PASSWORD)
    await page.keyboard.press('Enter')
    const inside = '[data-staff]'
    await page.locator(inside).waitFor()
    const toPasskeys = async () => {
      await page.locator('[data-screen="sessions"]').click()
      await page.locator('[data-add-passkey]').waitFor()
    }
    await live({ page, trust, inside, toPasskeys, leave: '[data-sign-out]', picture: 'staff-1280-dark' })
  }, 120_000)

  it('is not offered at an address of numbers, which says where it would be', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 780 } })
    const numbers = system.address.replace('localhost', '127.0.0.1')
    await page.goto(`${numbers}/desk`)
    await page.locator('input[name="login"]').waitFor()
    expect(await page.locator('[data-passkey]').count()).toBe(0)
    await page.goto(`${numbers}/account`)
    await page.locator('input[name="card"]').fill(CARD)
    await page.locator('input[name="pin"]').fill(DEMONSTRATION_PIN)
    expect(await page.locator('[data-passkey]').count()).toBe(0)
    await page.keyboard.press('Enter')
    await page.locator('[data-bare-address]').waitFor()
    expect(await page.locator('[data-bare-address] a').getAttribute('href')).toBe(`${system.address}/account`)
    expect([await violations(page), await tooWide(page)]).toEqual([[], 0])
    await page.close()
  }, 60_000)
})
