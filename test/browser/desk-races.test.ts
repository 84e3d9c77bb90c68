import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './chromium.ts'
import { burst, holdFor, lentTo, openDesk, post, readyFor, row, rowsOf, scan, sheet } from './desk.ts'
import { filmLabel } from './fake-camera.ts'
import { holdBack } from './hold-back.ts'
import { browser, PICTURES, problems, system } from './started.ts'

/** Each is used by one test alone. */
let copies: string[]
let cards: string[]
const take = (count: number) => copies.splice(0, count)
const takeCard = () => cards.shift() ?? ''

beforeAll(async () => {
  const ready = await readyFor(system, { copies: 20, cards: 12 })
  copies = ready.copies
  cards = ready.cards
}, 180_000)

async function desk(login = 'librarian1') {
  const page = await openDesk(browser, system.address, login, { problems })
  await page.locator('input[name="scan"]:focus').waitFor()
  return page
}

async function openHolds(page: Page, card: string) {
  await page.keyboard.press('F8')
  await page.locator('select[name="pickup"] option').nth(1).waitFor({ state: 'attached' })
  await page.locator('input[name="reader"]:focus').waitFor()
  await scan(page, card)
  await page.locator('input[name="book"]:focus').waitFor()
}

describe('what comes while something is on its way', () => {
  it('a book scanned for a screen whose code is not there yet is found there, and is not taken back at the counter', async () => {
    const page = await desk()
    const [book = ''] = take(1)
    const card = takeCard()
    await post(page, '/api/loans', { reader: card, copy: book, branch: 1 })
    await page.keyboard.press('F3')
    await page.locator('[data-mode="return"][aria-pressed="true"]').waitFor()
    const release = await holdBack(page, '**/assets/copy-screen*.js')
    await page.keyboard.press('F7')
    await page.locator('[data-shown="copies"] [role="status"]').waitFor()
    await burst(page, book)
    release()
    await row(page, 'copies-found', book).waitFor()
    expect(await page.locator('input[name="find"]').inputValue()).toBe(book)
    expect(await lentTo(system, card)).toEqual([book])
    await page.keyboard.press('F3')
    await page.locator('.counter .last .idle').waitFor()
    expect(problems).toEqual([])
  })

  it('a book scanned for a list that is on its way goes where that list sends it', async () => {
    const page = await desk()
    const [book = ''] = take(1)
    await holdFor(page, takeCard(), [book])
    const release = await holdBack(page, '**/api/holds/pull-list*')
    await page.keyboard.press('F9')
    await page.locator('[data-shown="lists"] [role="status"]').waitFor()
    await burst(page, book)
    release()
    await row(page, 'hold-shelf', book).waitFor()
    await page.locator('[data-slip="hold-shelf"]', { hasText: book }).waitFor()
    expect(await page.locator('.counter').count()).toBe(0)
    await page.keyboard.press('F3')
    await page.locator('.counter .last .idle').waitFor()
    expect(problems).toEqual([])
  })

  it('a card is heard whole though a field takes the focus in the middle of it', async () => {
    const page = await desk()
    const card = takeCard()
    await page.keyboard.press('F6')
    await page.locator('[name="find-reader"]:focus').waitFor()
    const goesToField = await page.evaluate((digits) => {
      const press = (key: string) => {
        const code = key === 'Enter' ? key : `Digit${key}`
        return document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }))
      }
      const field = document.querySelector<HTMLElement>('[name="find-reader"]')
      field?.blur()
      for (const digit of digits.slice(0, 5)) press(digit)
      field?.focus()
      return [...digits.slice(5), 'Enter'].map(press)
    }, card)
    await page.locator(`.counter [data-reader="${card}"]`).waitFor()
    expect(new Set(goesToField)).toEqual(new Set([false]))
    expect(problems).toEqual([])
  })

  it('two books scanned for a reader before the first is answered are both held, each for its own title', async () => {
    const page = await desk()
    const books = take(2)
    const card = takeCard()
    await openHolds(page, card)
    const release = await holdBack(page, '**/api/copies/*')
    for (const book of books) await burst(page, book)
    release()
    await page.locator('[data-hold]').nth(1).waitFor()
    const held = await rowsOf(
      system,
      `SELECT c.barcode FROM holds h JOIN readers r ON r.id = h.reader_id JOIN copies c ON c.record_id = h.record_id
       WHERE r.card = '${card}' AND h.closed_at IS NULL AND c.barcode IN ('${books.join("', '")}')`,
    )
    expect(held.map(({ barcode }) => barcode).sort()).toEqual(books.toSorted())
    expect(await page.locator('[data-hold]').count()).toBe(2)
    expect(await page.locator('[data-refused]').count()).toBe(0)
    expect(await page.locator('input[name="book"]').inputValue()).toBe('')
    expect(problems).toEqual([])
  })

  it('a book that is refused stands in its field until the next is scanned in its place', async () => {
    const page = await desk()
    const [book = ''] = take(1)
    await openHolds(page, takeCard())
    await scan(page, '71039999999999')
    await page.locator('[data-refused="copy-not-found"]').waitFor()
    expect(await page.locator('input[name="book"]').inputValue()).toBe('71039999999999')
    await burst(page, book)
    await page.locator('[data-placed]').waitFor()
    expect(await page.locator('input[name="book"]').inputValue()).toBe('')
    expect(problems).toEqual([])
  })

  it('the question whether to cancel leaves the focus where it went, though more is marked', async () => {
    const page = await desk()
    const books = take(2)
    const [one = '', two = ''] = books
    await holdFor(page, takeCard(), books)
    for (const copy of books) await post(page, '/api/returns', { copy, branch: 1 })
    await page.keyboard.press('F9')
    const tick = (book: string) => row(page, 'hold-shelf', book).locator('input[type="checkbox"]')
    await tick(one).focus()
    await page.keyboard.press('Space')
    await sheet(page, 'hold-shelf').locator('[data-batch="cancel-holds"]:enabled').focus()
    await page.keyboard.press('Enter')
    const yes = sheet(page, 'hold-shelf').locator('[data-yes]')
    await yes.and(page.locator(':focus')).waitFor()
    await tick(two).focus()
    await page.keyboard.press('Space')
    await yes.filter({ hasText: '2' }).waitFor()
    expect(await tick(two).and(page.locator(':focus')).count()).toBe(1)
    expect(problems).toEqual([])
  })

  describe('Ctrl+Z', () => {
    async function lendThree() {
      const page = await desk()
      const [card, books] = [takeCard(), take(3)]
      await scan(page, card)
      for (const book of books) {
        await scan(page, book)
        await page.locator(`[data-loan="${book}"]`).waitFor()
      }
      return { page, card, books }
    }

    it('pressed again before the first is answered, takes back the deed before', async () => {
      const { page, card, books } = await lendThree()
      const release = await holdBack(page, '**/api/undos*')
      await page.keyboard.press('Control+z')
      await page.keyboard.press('Control+z')
      await page.locator('[data-queue="2"]').waitFor()
      release()
      await page.locator('[data-queue]').waitFor({ state: 'detached' })
      expect(await lentTo(system, card)).toEqual(books.slice(0, 1))
      expect(await page.locator('[data-deed="undone"]').count()).toBe(2)
      expect(problems).toEqual([])
    })

    it('held down, takes back one deed and no more', async () => {
      const { page, card, books } = await lendThree()
      await page.keyboard.down('Control')
      await page.keyboard.down('z')
      await page.locator(`[data-loan="${books[2]}"]`).waitFor({ state: 'detached' })
      // Down already, it repeats.
      await page.keyboard.down('z')
      await page.keyboard.down('z')
      await page.keyboard.up('z')
      await page.keyboard.up('Control')
      const [next = ''] = take(1)
      await scan(page, next)
      await page.locator(`[data-loan="${next}"]`).waitFor()
      expect(await lentTo(system, card)).toEqual([...books.slice(0, 2), next])
      expect(problems).toEqual([])
    })
  })

  it('a screen that is left while its scans are under way keeps what becomes of them', async () => {
    const page = await desk()
    const [book = ''] = take(1)
    await page.keyboard.press('F10')
    await page.locator('select[name="to"]').selectOption('2')
    await page.locator('input[name="copy"]:focus').waitFor()
    const release = await holdBack(page, '**/api/transfers')
    await scan(page, book)
    await page.locator('[data-waiting="1"]').waitFor({ state: 'attached' })
    await page.keyboard.press('F2')
    await page.locator('.counter').waitFor()
    release()
    await page.locator('[data-waiting="0"]').waitFor({ state: 'attached' })
    await page.keyboard.press('F10')
    await page.locator('[data-slip="transfer"]', { hasText: book }).waitFor()
    await row(page, 'sent', book).waitFor()
    expect(problems).toEqual([])
  })

  it('the camera, opened for lending, takes back once the desk does', async () => {
    const [book = ''] = take(1)
    const card = takeCard()
    const film = `${PICTURES}/label-of-a-loan.y4m`
    filmLabel(film, book)
    const watching = await openBrowser([
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${resolve(film)}`,
    ])
    try {
      const page = await openDesk(watching, system.address, 'librarian1', { problems })
      await post(page, '/api/loans', { reader: card, copy: book, branch: 1 })
      const release = await holdBack(page, '**/*.wasm')
      await page.locator('[data-open-camera]').click()
      await page.locator('[data-camera="opening"]').waitFor()
      await page.keyboard.press('F3')
      await page.locator('[data-mode="return"][aria-pressed="true"]').waitFor()
      release()
      await page.locator(`[data-camera="looking"] [data-read="${book}"]`).waitFor()
      await page.locator('.last [data-deed="returned"]').waitFor()
      expect(await page.locator('[data-deed="reader-first"]').count()).toBe(0)
      expect(await lentTo(system, card)).toEqual([])
      expect(problems).toEqual([])
    } finally {
      await watching.close()
    }
  })

  it('the lists of one branch are not shown at another, however late they come', async () => {
    const page = await desk('director')
    const [book = ''] = take(1)
    await holdFor(page, takeCard(), [book])
    await page.keyboard.press('F9')
    await row(page, 'pull-list', book).waitFor()
    const release = await holdBack(page, '**/api/holds/*branch=2*')
    const branch = page.locator('select[name="work-branch"]')
    await branch.selectOption('2')
    await page.locator('[data-shown="lists"] [data-sheet]').first().waitFor({ state: 'detached' })
    await branch.selectOption('1')
    await row(page, 'pull-list', book).waitFor()
    await sheet(page, 'hold-shelf').waitFor()
    const late = ['pull-list', 'shelf'].map((list) => page.waitForResponse(`**/api/holds/${list}?branch=2`))
    release()
    for (const response of await Promise.all(late)) await response.finished()
    // Asked after they came, it is answered after they were read.
    await page.evaluate(async () => (await fetch('/api/session')).json())
    expect(await row(page, 'pull-list', book).count()).toBe(1)
    expect(problems).toEqual([])
  })

  it('a list that was refused at one branch is awaited at another', async () => {
    const page = await desk('director')
    const [book = ''] = take(1)
    await holdFor(page, takeCard(), [book])
    await page.route('**/api/holds/pull-list?branch=2', (route) => route.abort())
    const branch = page.locator('select[name="work-branch"]')
    await branch.selectOption('2')
    await page.keyboard.press('F9')
    await page.locator('[data-shown="lists"] [data-refused="no-connection"]').waitFor()
    const release = await holdBack(page, '**/api/holds/pull-list?branch=1')
    await branch.selectOption('1')
    await page.locator('[data-shown="lists"] [data-sheet]').waitFor({ state: 'detached' })
    await burst(page, book)
    release()
    await row(page, 'hold-shelf', book).waitFor()
    expect(await page.locator('.counter').count()).toBe(0)
    expect(problems).toEqual([])
  })
})
