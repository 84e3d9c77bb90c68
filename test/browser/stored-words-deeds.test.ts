import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { dayOf } from '../../worker/domain/calendar.ts'
import { startFurnished } from '../support/furnished.ts'
import type { System } from '../support/system.ts'
import { openBrowser } from './chromium.ts'
import { openDesk } from './desk.ts'
import { COUNTER, type Desk } from './hostile/counter.ts'
import { FORMULAS, takeBookAway, takeTablesAway } from './hostile/files.ts'
import { castOf, HOSTILE_LIBRARY, write } from './hostile/library.ts'
import { OFFICE } from './hostile/office.ts'
import { PUBLIC } from './hostile/public.ts'
import { READERS } from './hostile/readers.ts'
import { SCREENS } from './hostile/screens.ts'
import { type Reports, STATISTICS } from './hostile/statistics.ts'
import { hostile, type Stage, shortHostile, stageOf } from './hostile/words.ts'

let system: System
let browser: Browser
let cookie = ''
let desk: Stage & Desk & Reports

async function elsewhere(path: string, body: object) {
  const headers = { 'content-type': 'application/json', cookie }
  const response = await fetch(`${system.address}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  expect(response.ok, `${path} ${await response.clone().text()}`).toBe(true)
  return response
}

const get = (path: string) => fetch(`${system.address}${path}`, { headers: { cookie } })

async function enter(login: string) {
  const entered = await elsewhere('/api/session', { login, password: 'balqash-2026' })
  return entered.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** What is written through the doors: its journal lines are hostile too. */
async function writeThroughDoors(opened: string) {
  await enter('librarian1')
  cookie = await enter('director')
  await elsewhere(`/api/day-sheets/${opened}/reopenings`, { branch: 1, reason: hostile('reason') })
  const counted = { day: dayOf(new Date()), branch: 1, unit: 'event', quantity: 1, note: hostile('note') }
  await elsewhere('/api/hand-counts', { ...counted, where: { kind: shortHostile('kind') } })
  const titles = { titleKk: hostile('announced'), titleRu: hostile('announced'), titleEn: hostile('announced') }
  await elsewhere('/api/exhibitions', { ...titles, branchId: null, from: '2026-01-01', to: '2026-01-02' })
}

beforeAll(async () => {
  ;[system, browser] = await Promise.all([startFurnished(), openBrowser()])
  const cast = await castOf(system)
  await write(system, [
    ...HOSTILE_LIBRARY,
    { sql: 'UPDATE readers SET blocked_reason = ? WHERE card = ?', args: [hostile('blocked'), cast.cards[1] ?? ''] },
  ])
  const page = await openDesk(browser, system.address, 'director')
  await page.addInitScript('window.print = () => undefined')
  await page.reload()
  await page.locator('input[name="scan"]').waitFor()
  await writeThroughDoors(cast.opened)
  await write(system, [{ sql: 'UPDATE sessions SET device = ?', args: [hostile('device')] }])
  desk = { ...stageOf(page), ...cast, address: system.address, elsewhere }
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await system?.remove()
}, 60_000)

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await desk.recover()
})

describe('words that would be a script are words', () => {
  it.each([...COUNTER, ...SCREENS, ...READERS])('at the desk after a deed, on the screen and on paper: %s', (_, open) => open(desk))

  it.each(OFFICE)('in the office: %s', (_, open) => open(desk))

  it.each(STATISTICS)('in the statistics, on the screen and on paper: %s', (_, open) => open(desk))

  it.each(PUBLIC)('for everybody: %s', (_, open) => open(desk))

  it('in what is cited, fed to readers and mapped for robots', () => takeBookAway(get))

  it('in every table that is taken away, and nothing that a spreadsheet runs', async () => {
    await write(system, FORMULAS)
    await takeTablesAway(get, desk.opened)
  })
})
