import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { titleWithIsbn } from '../fixtures/records/rusmarc.ts'
import { runScript } from '../support/system.ts'
import { burst, lentTo as lentToReader, openDesk, readyFor, rowsOf, scan } from './desk.ts'
import { holdBack } from './hold-back.ts'
import { browser, problems, system } from './started.ts'

let page: Page
/** Each is used by one test alone. */
let copies: string[]
let cards: string[]
const take = (from: string[], count: number) => from.splice(0, count)
const takeOne = (from: string[]) => from.shift() ?? ''

beforeAll(async () => {
  const ready = await readyFor(system, { copies: 110, cards: 96 })
  copies = ready.copies
  cards = ready.cards
  page = await openDesk(browser, system.address, 'librarian1', { problems })
  await page.locator('input[name="scan"]:focus').waitFor()
}, 180_000)

const rows = (sql: string) => rowsOf(system, sql)

async function openReader(card: string) {
  await page.keyboard.press('F2')
  await scan(page, card)
  await page.locator(`[data-reader="${card}"]`).waitFor()
}

const lentTo = (card: string) => lentToReader(system, card)

const told = (barcode: string, slug: string) => page.locator(`.last [data-deed="${slug}"]`, { hasText: barcode })

const readersHeldBack = () => holdBack(page, '**/api/readers/*')

describe('the counter', () => {
  it('lends five books in seven scans and without a mouse: the card, the books, and the card of whoever is next', async () => {
    await page.evaluate(
      `window.pointed = 0; for (const kind of ['pointerdown', 'mousedown', 'touchstart']) addEventListener(kind, () => pointed++, true)`,
    )
    const [card, next] = take(cards, 2)
    const books = take(copies, 5)
    const scans = [card, ...books, next].map(String)
    expect(scans).toHaveLength(7)
    for (const code of scans) await scan(page, code)
    await page.locator(`[data-reader="${next}"]`).waitFor()
    await page.locator('[data-queue]').waitFor({ state: 'detached' })
    expect(await page.locator('[data-deed="lent"]').count()).toBe(5)
    expect(await lentTo(String(card))).toEqual(books)
    expect(await lentTo(String(next))).toEqual([])
    expect(await page.evaluate('pointed')).toBe(0)
  })

  it('loses nothing that is scanned faster than the line carries it, and shows what waits', async () => {
    const card = takeOne(cards)
    const books = take(copies, 4)
    const go = await readersHeldBack()
    await page.keyboard.press('F2')
    for (const code of [card, ...books]) await scan(page, code)
    await page.locator('[data-queue="5"]').waitFor()
    expect(await lentTo(card)).toEqual([])
    go()
    await page.locator('[data-queue]').waitFor({ state: 'detached' })
    await page.unroute('**/api/readers/*')
    expect(await lentTo(card)).toEqual(books)
  })

  it('takes the last deed back by a key: a loan, a return, a visit', async () => {
    const card = takeOne(cards)
    const book = takeOne(copies)
    await openReader(card)
    await scan(page, book)
    await page.locator(`[data-loan="${book}"]`).waitFor()
    await page.keyboard.press('Control+z')
    await page.locator('.last [data-deed="undone"]').waitFor()
    await page.locator(`[data-loan="${book}"]`).waitFor({ state: 'detached' })
    expect(await lentTo(card)).toEqual([])

    await scan(page, book)
    await page.locator(`[data-loan="${book}"]`).waitFor()
    await page.keyboard.press('F3')
    await scan(page, book)
    await page.locator('.last [data-deed="returned"]').waitFor()
    await page.keyboard.press('Control+z')
    await page.locator('.last [data-deed="undone"]').waitFor()
    expect(await lentTo(card)).toEqual([book])

    const visits = async () => (await rows("SELECT coalesce(sum(quantity), 0) AS n FROM journal WHERE deed = 'visit'"))[0]?.n
    const before = await visits()
    await page.keyboard.press('+')
    await page.locator('.last [data-deed="visit"]').waitFor()
    expect(Number(await visits())).toBe(Number(before) + 1)
    await page.keyboard.press('Control+z')
    await page.locator('.last [data-deed="undone"]').waitFor()
    expect(await visits()).toBe(before)
  })

  it('counts visits by F4 and a card, and a question by one key', async () => {
    const card = takeOne(cards)
    const journal = async (deed: string) =>
      Number((await rows(`SELECT coalesce(sum(quantity), 0) AS n FROM journal WHERE branch_id = 1 AND deed = '${deed}'`))[0]?.n)
    const [visits, questions] = [await journal('visit'), await journal('reference-question')]
    await page.keyboard.press('F4')
    await page.locator('[data-mode="visit"][aria-pressed="true"]').waitFor()
    await scan(page, card)
    await told(card, 'visit').waitFor()
    await page.keyboard.press('?')
    await page.locator('.last [data-deed="question"]').waitFor()
    expect([await journal('visit'), await journal('reference-question')]).toEqual([visits + 1, questions + 1])
    expect(await page.locator('input[name="scan"]').inputValue()).toBe('')
    await page.keyboard.press('F2')
  })

  it('lends what an ISBN names when one copy stands here, and asks which when there are several', async () => {
    const one = { isbn: '9780306406157', barcodes: ['39990000000101'] }
    const several = { isbn: '9783161484100', barcodes: ['39990000000102', '39990000000103'] }
    for (const { isbn, barcodes } of [one, several]) {
      const file = join(system.env.BULAQ_DATA ?? '', `${isbn}.mrc`)
      writeFileSync(file, titleWithIsbn(isbn, `Сынақ кітабы ${isbn}`, barcodes))
      expect((await runScript('worker/local/import.ts', [file], system.env)).code).toBe(0)
    }
    const card = takeOne(cards)
    await openReader(card)
    await scan(page, one.isbn)
    await page.locator(`[data-loan="${one.barcodes[0]}"]`).waitFor()
    await scan(page, several.isbn)
    const choices = page.locator('[data-choice]')
    await choices.first().waitFor()
    expect(await choices.count()).toBe(several.barcodes.length)
    const chosen = (await choices.nth(1).getAttribute('data-choice')) ?? ''
    await choices.nth(1).focus()
    await page.keyboard.press('Enter')
    await page.locator(`[data-loan="${chosen}"]`).waitFor()
    expect(await lentTo(card)).toEqual([one.barcodes[0], chosen])
  })

  it('hears a scanner wherever the focus is, and no button is pressed by its Enter', async () => {
    const card = takeOne(cards)
    const books = take(copies, 5)
    await openReader(card)
    const places = [
      '[data-sign-out]',
      '[data-mode="return"]',
      '[data-open-camera], [data-visit]',
      '.languages button[lang="en"]',
      'input[name="on-site"]',
    ]
    for (const [index, place] of places.entries()) {
      await page.locator(place).first().focus()
      await page.locator(`:focus`).waitFor()
      await scan(page, books[index] ?? '')
      await page.locator(`[data-loan="${books[index]}"]`).waitFor()
    }
    expect(await lentTo(card)).toEqual(books)
    expect(await page.locator('html').getAttribute('lang')).toBe('kk')
    expect(await page.locator('[data-mode="lend"]').getAttribute('aria-pressed')).toBe('true')
    expect(await page.locator('input[name="on-site"]').isChecked()).toBe(false)
    expect(await page.locator('[data-camera]').count()).toBe(0)
  })

  it('is written in after a key that changes what is done, wherever the focus was', async () => {
    for (const [key, mode] of [
      ['F3', 'return'],
      ['F4', 'visit'],
      ['F2', 'lend'],
    ] as const) {
      await page.locator('[data-sign-out]').focus()
      await page.keyboard.press(key)
      await page.locator(`[data-mode="${mode}"][aria-pressed="true"]`).waitFor()
      await page.locator('input[name="scan"]:focus').waitFor()
    }
  })

  it('has a sound, a colour, a sign and a word for yes, look and stop, and every one can be told without the sound', async () => {
    await page.evaluate(`window.heard = []; const Old = OscillatorNode
      window.OscillatorNode = class extends Old { constructor(voice, how) { super(voice, how); heard.push(how.frequency) } }`)
    const card = takeOne(cards)
    const [book = '', other = ''] = take(copies, 2)
    await openReader(card)
    const seen: { tone: string; colour: string; word: string; icon: string }[] = []
    const look = async (tone: string) => {
      const last = page.locator(`.last [data-tone="${tone}"]`)
      await last.waitFor()
      seen.push({
        tone,
        colour: await last.evaluate((line) => getComputedStyle(line).borderColor + getComputedStyle(line).backgroundColor),
        word: (await last.locator('.tone').textContent()) ?? '',
        icon: await last.locator('svg').first().innerHTML(),
      })
    }
    await scan(page, book)
    await look('yes')
    await scan(page, '39990000999999')
    await look('stop')
    await page.keyboard.press('F3')
    await scan(page, other)
    await look('look')
    for (const what of ['colour', 'word', 'icon'] as const) expect(new Set(seen.map((each) => each[what])).size, what).toBe(3)
    const heard = (await page.evaluate('heard')) as number[]
    expect(heard).toHaveLength(4)
    const [yes = 0, stop = 0, first = 0, second = 0] = heard
    expect([yes > first, first > second, second > stop]).toEqual([true, true, true])
    expect(await page.locator('.last [data-tone="look"]').count()).toBe(1)
    expect(problems).toEqual([])
  })
})

describe('a scan where text is written', () => {
  /** The form of a reader on the readers' screen; the search field is meant for cards and keeps what is scanned there. */
  async function openForm(card: string) {
    await page.keyboard.press('F2')
    await page.locator('[data-mode="lend"][aria-pressed="true"]').waitFor()
    await page.keyboard.press('F6')
    await page.locator('[name="find-reader"]:focus').waitFor()
    await burst(page, card)
    await page.locator(`[data-reader-form="${card}"]`).waitFor()
    expect(await page.locator('[name="find-reader"]').inputValue()).toBe(card)
  }
  const caret = () =>
    page.evaluate(() => {
      const field = document.activeElement as HTMLInputElement
      return [field.name, field.value, field.selectionStart]
    })

  it('is taken out of the note that is being written, done at the desk, and the note goes on where it was', async () => {
    const [asked = '', served = ''] = take(cards, 2)
    const book = takeOne(copies)
    await openForm(asked)
    await page.locator('[name="note"]').focus()
    await page.keyboard.type('Ертең келеді')
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowLeft')
    const before = await caret()
    expect(before).toEqual(['note', 'Ертең келеді', 6])
    await burst(page, served)
    await page.locator(`.counter [data-reader="${served}"]`).waitFor()
    await scan(page, book)
    await page.locator(`[data-loan="${book}"]`).waitFor()
    expect(await lentTo(served)).toEqual([book])
    await page.locator('[data-kept="readers"]').waitFor()
    await page.keyboard.press('F6')
    await page.locator('[name="note"]:focus').waitFor()
    expect(await caret()).toEqual(before)
    await page.keyboard.type('(сейсенбі) ')
    await page.keyboard.press('Enter')
    await page.locator('[data-note]', { hasText: 'Ертең (сейсенбі) келеді' }).waitFor()
    await page.keyboard.press('F2')
    expect(await page.locator('[data-kept]').count()).toBe(0)
  })

  it('is told from slow fingers: a number typed by hand is written, and its Enter sends the note', async () => {
    const asked = takeOne(cards)
    const book = takeOne(copies)
    await openForm(asked)
    await page.locator('[name="note"]').focus()
    await page.keyboard.type(book, { delay: 90 })
    await page.keyboard.press('Enter')
    await page.locator('[data-note]', { hasText: book }).waitFor()
    expect(await page.locator(`[data-reader-form="${asked}"]`).count()).toBe(1)
    await page.keyboard.press('F2')
  })

  it('goes into the list of a group, whatever has the focus there, and the list is not lost', async () => {
    const card = takeOne(cards)
    const book = takeOne(copies)
    await page.locator('[data-screen="group"]').click()
    await page.locator('input[name="group-scan"]:focus').waitFor()
    for (const [code, said] of [
      [card, `[data-group-card="${card}"]`],
      [book, '[data-group-lines="1"]'],
    ] as const) {
      await page.locator('input[name="on-site"]').focus()
      await burst(page, code)
      await page.locator(said).waitFor()
    }
    expect(await page.locator('input[name="on-site"]').isChecked()).toBe(false)
    await page.keyboard.press('F2')
    await page.locator('[data-back="group"]').click()
    await page.locator('[data-group-lines="1"] [data-remove]').click()
    await page.locator('[data-group-lines]').waitFor({ state: 'detached' })
    await page.keyboard.press('F2')
    expect(await page.locator('[data-kept]').count()).toBe(0)
  })

  it('is taken in with the day of the book drop, though the day has the focus and stays', async () => {
    const book = takeOne(copies)
    await page.locator('[data-screen="drop"]').click()
    const day = page.locator('input[name="drop-day"]')
    await day.focus()
    const chosen = await day.inputValue()
    await burst(page, book)
    await page.locator('.last [data-deed]', { hasText: book }).waitFor()
    expect(await day.inputValue()).toBe(chosen)
    await page.keyboard.press('F2')
    expect(problems).toEqual([])
  })
})

describe('a class of forty, scanned faster than the line carries it', () => {
  const PUPILS = 40
  const lentTimes = (barcodes: string[]) =>
    rows(
      `SELECT r.card, c.barcode, count(*) AS times FROM loans l JOIN copies c ON c.id = l.copy_id JOIN readers r ON r.id = l.reader_id
       WHERE l.returned_at IS NULL AND c.barcode IN ('${barcodes.join("', '")}') GROUP BY l.copy_id ORDER BY c.barcode`,
    )
  const once = (pupils: string[], books: string[]) =>
    books.map((barcode, index) => ({ card: pupils[index], barcode, times: 1 })).sort((a, b) => a.barcode.localeCompare(b.barcode))

  it('is lent to at the counter: the queue is shown, and each book is lent once, to whoever stood before it', async () => {
    const [pupils, books] = [take(cards, PUPILS), take(copies, PUPILS)]
    expect([pupils.length, books.length]).toEqual([PUPILS, PUPILS])
    const go = await readersHeldBack()
    await page.keyboard.press('F2')
    await page.locator('input[name="scan"]:focus').waitFor()
    for (const [index, card] of pupils.entries()) {
      await burst(page, card)
      await burst(page, books[index] ?? '')
    }
    await page.locator(`[data-queue="${2 * PUPILS}"]`).waitFor()
    go()
    await page.locator('[data-queue]').waitFor({ state: 'detached', timeout: 60_000 })
    await page.unroute('**/api/readers/*')
    expect(await lentTimes(books)).toMatchObject(once(pupils, books))
  }, 120_000)

  it('is lent to as a group: every line is in the list, and all are lent in one request', async () => {
    const [pupils, books] = [take(cards, PUPILS), take(copies, PUPILS)]
    expect([pupils.length, books.length]).toEqual([PUPILS, PUPILS])
    await page.locator('[data-screen="group"]').click()
    await page.locator('input[name="group-scan"]:focus').waitFor()
    for (const [index, card] of pupils.entries()) {
      await burst(page, card)
      await burst(page, books[index] ?? '')
    }
    await page.locator(`[data-group-lines="${PUPILS}"]`).waitFor()
    let requests = 0
    await page.route('**/api/group-loans', async (route) => {
      requests += 1
      await route.continue()
    })
    await page.locator('[data-lend-all]').focus()
    await page.keyboard.press('Enter')
    await page.locator(`[data-group-sum="${PUPILS} 0"]`).waitFor()
    await page.unroute('**/api/group-loans')
    expect(requests).toBe(1)
    expect(await lentTimes(books)).toMatchObject(once(pupils, books))
    expect(problems).toEqual([])
  }, 120_000)
})
