import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { burst, holdFor, openDesk, post, readyFor, row, rowsOf, sheet } from './desk.ts'
import { browser, PICTURES, problems, system } from './started.ts'
import { expectWhole } from './whole.ts'

/** Each is used by one test alone. */
let copies: string[]
let cards: string[]

beforeAll(async () => {
  const ready = await readyFor(system, { copies: 20, cards: 6 })
  copies = ready.copies
  cards = ready.cards
}, 180_000)

const desk = (login: string) => openDesk(browser, system.address, login, { problems })

/** The reader no longer wants it, and tells so elsewhere. */
async function cancelFirstHold(page: Page, card: string) {
  const status = await page.evaluate(async (reader) => {
    const { holds } = await (await fetch(`/api/holds?reader=${reader}`)).json()
    return (await fetch(`/api/holds/${holds[0].id}`, { method: 'DELETE' })).status
  }, card)
  expect(status).toBe(201)
}

async function mark(page: Page, id: string, barcodes: string[]) {
  for (const barcode of barcodes) {
    await row(page, id, barcode).locator('input[type="checkbox"]').focus()
    await page.keyboard.press('Space')
    await row(page, id, barcode).and(page.locator('[data-chosen="true"]')).waitFor()
  }
}

async function press(page: Page, id: string, deed: string) {
  await sheet(page, id).locator(`[data-batch="${deed}"]:enabled`).focus()
  await page.keyboard.press('Enter')
}

const told = (page: Page, id: string, sum: string) => sheet(page, id).locator(`[role="status"][data-batch-done="${sum}"]`)

describe('the pull list, dealt with at once', () => {
  it('sends what was found to its readers, marks what is not there, and keeps what is refused with its reason', async () => {
    const page = await desk('librarian1')
    const [here = '', unwanted = '', away = '', gone = ''] = copies.splice(0, 4)
    const [card = '', other = ''] = cards.splice(0, 2)
    await holdFor(page, card, [here, gone])
    await holdFor(page, card, [away], 2)
    await holdFor(page, other, [unwanted])
    await page.keyboard.press('F9')
    await row(page, 'pull-list', gone).waitFor()
    await cancelFirstHold(page, other)
    await mark(page, 'pull-list', [here, unwanted, away])
    await press(page, 'pull-list', 'found')
    await told(page, 'pull-list', '2 3').waitFor()
    expect(await told(page, 'pull-list', '2 3').textContent()).toContain('Орындалды: 2 / 3')
    await sheet(page, 'pull-list').locator(`[data-row-refused="${unwanted}"][data-refused="copy-is-not-on-loan"]`).waitFor()
    await row(page, 'pull-list', here).waitFor({ state: 'detached' })
    expect(await page.locator('[data-slips="2"] [data-slip="hold-shelf"], [data-slips="2"] [data-slip="transfer"]').count()).toBe(2)
    await expectWhole(page, 'pull list')
    await page.screenshot({ path: `${PICTURES}/desk-batch-pull-1280.png`, fullPage: true })

    await page.locator('[data-refresh]').click()
    await row(page, 'pull-list', unwanted).waitFor({ state: 'detached' })
    await mark(page, 'pull-list', [gone])
    await press(page, 'pull-list', 'missing')
    await told(page, 'pull-list', '1 1').waitFor()
    const marked = await rowsOf(
      system,
      `SELECT i.kind FROM copy_incidents i JOIN copies c ON c.id = i.copy_id WHERE c.barcode = '${gone}' AND i.closed_at IS NULL`,
    )
    expect(marked).toMatchObject([{ kind: 'missing' }])
    const stand = await rowsOf(
      system,
      `SELECT c.barcode, h.state FROM holds h JOIN copies c ON c.id = h.trapped_copy_id WHERE c.barcode IN ('${here}', '${away}') ORDER BY h.state`,
    )
    expect(stand.map(({ barcode, state }) => [barcode, state])).toEqual([
      [away, 'in-transit'],
      [here, 'waiting'],
    ])
    expect(problems).toEqual([])
  })

  it('takes each book that is scanned before it, one after another', async () => {
    const page = await desk('librarian1')
    const books = copies.splice(0, 2)
    await holdFor(page, cards.shift() ?? '', books)
    await page.keyboard.press('F9')
    for (const book of books) await row(page, 'pull-list', book).waitFor()
    for (const book of books) await burst(page, book)
    for (const book of books) await row(page, 'hold-shelf', book).waitFor()
    await page.locator('[data-slips="2"]').waitFor()
    expect(await page.locator('.counter').count()).toBe(0)
    expect(problems).toEqual([])
  })
})

describe('the hold shelf, dealt with at once', () => {
  it('cancels what is not wanted after asking once more, and puts away what nobody waits for', async () => {
    const page = await desk('librarian1')
    const [one = '', two = '', kept = ''] = copies.splice(0, 3)
    await holdFor(page, cards.shift() ?? '', [one, two, kept])
    for (const copy of [one, two, kept]) await post(page, '/api/returns', { copy, branch: 1 })
    await page.keyboard.press('F9')
    await row(page, 'hold-shelf', two).waitFor()
    await mark(page, 'hold-shelf', [one, two])
    await press(page, 'hold-shelf', 'cancel-holds')
    await sheet(page, 'hold-shelf').locator('[data-yes]:focus').press('Enter')
    await told(page, 'hold-shelf', '2 2').waitFor()
    await row(page, 'hold-shelf', one).locator('.look').waitFor()
    await sheet(page, 'hold-shelf').locator('[data-choose-unwanted]').click()
    await page.screenshot({ path: `${PICTURES}/desk-batch-shelf-1280.png`, fullPage: true })
    await press(page, 'hold-shelf', 'put-away')
    await row(page, 'hold-shelf', one).waitFor({ state: 'detached' })
    expect(await row(page, 'hold-shelf', two).count()).toBe(0)
    await row(page, 'hold-shelf', kept).waitFor()
    const gone = await rowsOf(
      system,
      `SELECT 1 FROM copy_whereabouts w JOIN copies c ON c.id = w.copy_id WHERE c.barcode IN ('${one}', '${two}')`,
    )
    expect(gone).toEqual([])
    expect(problems).toEqual([])
  })
})

describe('the transfers, dealt with at once', () => {
  it('are sent with a slip for each, and all received where they arrive', async () => {
    const page = await desk('librarian1')
    const sent = copies.splice(0, 3)
    for (const copy of sent) await post(page, '/api/transfers', { copy, to: 2 })
    await page.keyboard.press('F10')
    for (const copy of sent) await row(page, 'to-send', copy).waitFor()
    await row(page, 'to-send', sent[0] ?? '')
      .locator('input[type="checkbox"]')
      .focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await sheet(page, 'to-send').locator('tbody input[type="checkbox"]:focus').waitFor()
    expect(
      await row(page, 'to-send', sent[0] ?? '')
        .locator(':focus')
        .count(),
    ).toBe(0)
    await sheet(page, 'to-send').locator('input[name="choose-all"]').check()
    const all = await sheet(page, 'to-send').locator('[data-row]').count()
    await press(page, 'to-send', 'send')
    await told(page, 'to-send', `${all} ${all}`).waitFor()
    await page.locator(`[data-slips="${all}"]`).waitFor()
    for (const copy of sent) await row(page, 'sent', copy).waitFor()
    await page.screenshot({ path: `${PICTURES}/desk-batch-sent-1280.png`, fullPage: true })
    await page.locator('[data-slips]').evaluate((pile) => pile.setAttribute('data-printed', ''))
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('[data-slips] .slip').filter({ visible: true }).count()).toBe(all)
    expect(await page.locator('.list').filter({ visible: true }).count()).toBe(0)

    const there = await desk('librarian2')
    await there.keyboard.press('F10')
    for (const copy of sent) await row(there, 'expected', copy).waitFor()
    await mark(there, 'expected', sent)
    await press(there, 'expected', 'receive')
    await told(there, 'expected', '3 3').waitFor()
    expect(await there.locator('[data-to-shelf] li, [data-slips] .slip').count()).toBe(3)
    await expectWhole(there, 'received')
    await there.setViewportSize({ width: 360, height: 900 })
    await there.screenshot({ path: `${PICTURES}/desk-batch-received-360.png`, fullPage: true })
    const open = await rowsOf(
      system,
      `SELECT 1 FROM transfers t JOIN copies c ON c.id = t.copy_id WHERE c.barcode IN ('${sent.join("', '")}') AND t.received_at IS NULL AND t.cancelled_at IS NULL`,
    )
    expect(open).toEqual([])
    expect(problems).toEqual([])
  })

  it('take copies scanned one after another, faster than the line carries them, each where it is awaited, and are cancelled together for a reason', async () => {
    const page = await desk('librarian1')
    const [awaited = '', ...scanned] = copies.splice(0, 4)
    await post(page, '/api/transfers', { copy: awaited, to: 3 })
    await page.keyboard.press('F10')
    await row(page, 'to-send', awaited).waitFor()
    await page.locator('select[name="to"]').selectOption('2')
    const [first = '', second = '', third = ''] = scanned
    await page.route('**/api/transfers', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 100))
      await route.continue()
    })
    for (const copy of [first, awaited, second]) await burst(page, copy)
    await page.locator('select[name="to"]').focus()
    await burst(page, third)
    await page.locator('[data-slips="3"]').waitFor()
    expect(await page.locator('[data-deed="sent"]').count()).toBe(3)
    for (const copy of [awaited, ...scanned]) await row(page, 'sent', copy).waitFor()
    const sentTo = await rowsOf(
      system,
      `SELECT t.to_branch_id AS branch FROM transfers t JOIN copies c ON c.id = t.copy_id WHERE c.barcode IN ('${[awaited, ...scanned].join("', '")}') AND t.sent_at IS NOT NULL ORDER BY branch`,
    )
    expect(sentTo.map(({ branch }) => branch)).toEqual([2, 2, 2, 3])
    await page.screenshot({ path: `${PICTURES}/desk-scanned-into-transfer-1280.png`, fullPage: true })

    await row(page, 'sent', third).locator('[data-cancel]').click()
    await row(page, 'sent', third).locator('[name="reason"]').fill('Әлі ойланып')
    await mark(page, 'sent', [first, second])
    await press(page, 'sent', 'cancel')
    const reason = sheet(page, 'sent').locator('> .cancel-form [name="reason"]')
    await reason.fill('Қате филиал')
    await expectWhole(page, 'cancelling transfers')
    await page.screenshot({ path: `${PICTURES}/desk-batch-cancel-1280.png` })
    await reason.press('Enter')
    await told(page, 'sent', '2 2').waitFor()
    for (const copy of [first, second]) await row(page, 'expected', copy).waitFor()
    expect(await row(page, 'sent', third).locator('[name="reason"]').inputValue()).toBe('Әлі ойланып')
    expect(await rowsOf(system, "SELECT 1 FROM transfers WHERE cancel_reason = 'Қате филиал' AND cancelled_at IS NOT NULL")).toHaveLength(2)
    expect(problems).toEqual([])
  })
})

describe('the overdue list, dealt with at once', () => {
  it('marks readers as reminded, once in a day, and makes notices for the others', async () => {
    const page = await desk('librarian1')
    await page.locator('[data-screen="overdue"]').click()
    await sheet(page, 'overdue').locator('[data-row]').nth(3).waitFor()
    const ids = await sheet(page, 'overdue')
      .locator('[data-row]')
      .evaluateAll((rows) => rows.slice(0, 4).map((each) => each.getAttribute('data-row') ?? ''))
    await mark(page, 'overdue', ids.slice(0, 2))
    await press(page, 'overdue', 'told')
    await told(page, 'overdue', '2 2').waitFor()
    for (const id of ids.slice(0, 2)) await page.locator(`[data-reminded="${id}"]`).waitFor()
    await mark(page, 'overdue', ids)
    await press(page, 'overdue', 'to-send')
    await told(page, 'overdue', '2 4').waitFor()
    expect(await sheet(page, 'overdue').locator('[data-refused="reader-was-reminded"]').count()).toBe(2)
    await page.screenshot({ path: `${PICTURES}/desk-batch-overdue-1280.png` })
    const made = await rowsOf(
      system,
      `SELECT loan_id, settled_as FROM notices WHERE loan_id IN (${ids.join()}) AND kind = 'overdue' AND made_at > datetime('now', '-1 hour') ORDER BY id`,
    )
    expect(made.map(({ settled_as }) => settled_as)).toEqual(['printed', 'printed', null, null])
    await expectWhole(page, 'reminded')
    expect(problems).toEqual([])
  })
})
