import type { Route } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { isCard } from '../../worker/domain/identifiers.ts'
import { openDesk, readyFor, rowsOf, scan } from './desk.ts'
import { holdBack } from './hold-back.ts'
import { browser, PICTURES, problems, system } from './started.ts'
import { expectWhole } from './whole.ts'

describe('the readers’ screen', () => {
  it('registers a child by keyboard, warns when the same child comes again, and prints the card', async () => {
    const page = await openDesk(browser, system.address, 'librarian1', { width: 360, problems })
    await page.keyboard.press('F6')
    await page.locator('[name="find-reader"]:focus').waitFor()
    await page.locator('[data-new-reader]:enabled').focus()
    await page.keyboard.press('Enter')
    const register = async () => {
      await page.locator('[data-register] [name="name"]:focus').fill('Төлегенова Інжу')
      await page.locator('[name="birth-year"]').fill(String(new Date().getFullYear() - 9))
      await page.locator('[name="guarantor"]').fill('Төлегенова Гүлжан')
      await page.locator('[name="consent"]').focus()
      await page.keyboard.press('Space')
    }
    await register()
    expect(await page.locator('[name="category"]').inputValue()).toBe('child')
    await page.keyboard.press('Enter')
    await page.locator('[data-told]').waitFor()
    const card = (await page.locator('[data-reader-form]').getAttribute('data-reader-form')) ?? ''
    expect(isCard(card)).toBe(true)
    expect(await page.locator(`[data-card="${card}"] svg`).count()).toBe(3)
    await expectWhole(page, 'reader')
    await page.emulateMedia({ media: 'print' })
    const width = await page.locator('.reader-card').evaluate((paper) => Number.parseFloat(getComputedStyle(paper).width))
    expect(Math.round((width / 96) * 254) / 10).toBe(85.6)
    await page.emulateMedia({ media: 'screen' })

    await page.locator('[data-new-reader]').click()
    await register()
    await page.locator('[data-alike="1"]').waitFor()
    await expectWhole(page, 'alike')
    await page.screenshot({ path: `${PICTURES}/desk-register-360.png`, fullPage: true })
    await page.locator(`[data-found="${card}"]`).focus()
    await page.keyboard.press('Enter')
    await page.locator(`[data-reader-form="${card}"] [data-lend]`).focus()
    await page.keyboard.press('Enter')
    await page.locator(`.counter [data-reader="${card}"]`).waitFor()
    expect(problems).toEqual([])
  })

  it('shows who was asked for last, though the answer about another comes later', async () => {
    const { cards } = await readyFor(system, { copies: 0, cards: 2 })
    const [slow = '', last = ''] = cards
    const page = await openDesk(browser, system.address, 'librarian1', { problems })
    const letGo = await holdBack(page, `**/api/readers/${slow}*`)
    await page.keyboard.press('F6')
    await page.locator('[name="find-reader"]:focus').waitFor()
    const late = page.waitForResponse((response) => response.url().includes(slow))
    await scan(page, slow)
    await scan(page, last)
    await page.locator(`[data-reader-form="${last}"]`).waitFor()
    await page.locator('[name="note"]').fill('Ертең келеді')
    letGo()
    await (await late).finished()
    await page.keyboard.press('Enter')
    await page.locator(`[data-reader-form="${last}"] [data-note]`, { hasText: 'Ертең келеді' }).waitFor()
    expect(await page.locator('[data-kept-forms]').count()).toBe(0)
    expect(problems).toEqual([])
  })

  it('gives one new card, though the answer about it was lost and the button is pressed again', async () => {
    const { cards } = await readyFor(system, { copies: 0, cards: 1 })
    const [card = ''] = cards
    const page = await openDesk(browser, system.address, 'librarian1')
    await page.keyboard.press('F6')
    await page.locator('[name="find-reader"]:focus').waitFor()
    await scan(page, card)
    await page.locator(`[data-reader-form="${card}"] [data-replace] summary`).click()
    let given = ''
    const lose = async (route: Route) => {
      given = (await (await route.fetch()).json()).reader.card
      await route.abort()
    }
    await page.route('**/replacement', lose, { times: 1 })
    await page.locator('[data-sure]').click()
    await page.locator('[data-refused~="no-connection"]').waitFor()
    await page.locator('[data-sure]').click()
    await page.locator('[data-told]').waitFor()
    expect(isCard(given)).toBe(true)
    expect(await page.locator('[data-reader-form]').getAttribute('data-reader-form')).toBe(given)
  })

  it('warns of each name anew: a warning of one confirms no other', async () => {
    const [row] = await rowsOf(
      system,
      `SELECT a.name, a.birth_year AS year, b.name AS another FROM readers a JOIN readers b ON b.birth_year = a.birth_year
       WHERE a.category = 'adult' AND substr(b.name, 1, 3) <> substr(a.name, 1, 3) ORDER BY a.id, b.id LIMIT 1`,
    )
    const [known, other, year] = [row?.name, row?.another, row?.year].map(String)
    const page = await openDesk(browser, system.address, 'librarian1', { problems })
    await page.keyboard.press('F6')
    await page.locator('[data-new-reader]:enabled').click()
    await page.locator('[data-register] [name="name"]:focus').fill(String(known))
    await page.locator('[name="birth-year"]').fill(String(year))
    await page.locator('[name="consent"]').check()
    await page.locator('[data-alike]').waitFor()
    await page.locator('[data-register] [name="name"]').fill(String(other))
    await page.keyboard.press('Enter')
    await page.locator('[data-register] [data-refused="reader-may-be-known"]').waitFor()
    await page.locator('[data-alike]', { hasText: String(other) }).waitFor()
    await page.keyboard.press('Enter')
    await page.locator('[data-told]').waitFor()
    expect(problems).toEqual([])
  })

  it('writes a note once, though Enter is pressed twice', async () => {
    const { cards } = await readyFor(system, { copies: 0, cards: 3 })
    const page = await openDesk(browser, system.address, 'librarian1', { problems })
    const letGo = await holdBack(page, '**/notes', 'POST')
    await page.keyboard.press('F6')
    await page.locator('[name="find-reader"]:focus').waitFor()
    await scan(page, String(cards[2]))
    await page.locator('[name="note"]').fill('Кітабын ұмытты')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    letGo()
    await page.locator('[data-note]').waitFor()
    await page.locator('[name="note"]').fill('Қайта келді')
    await page.keyboard.press('Enter')
    await page.locator('[data-note]', { hasText: 'Қайта келді' }).waitFor()
    expect(await page.locator('[data-note]').count()).toBe(2)
    expect(problems).toEqual([])
  })
})
