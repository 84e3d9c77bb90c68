import { beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import type {
  DaySheetAnswer,
  IndicatorsAnswer,
  ReportAnswer,
  RowsAnswer,
  SeriesAnswer,
  SoughtAnswer,
  TotalsAnswer,
} from '../../worker/domain/statistics/answers.ts'
import { closeDays } from '../../worker/jobs/close-days.ts'
import { withSearches } from '../../worker/jobs/count-searches.ts'
import { type Library, openLibrary } from '../support/in-workerd.ts'

let library: Library
beforeEach(async () => {
  library = await openLibrary()
})

const MONDAY = '2026-11-23'
const TUESDAY = new Date('2026-11-23T19:05:00Z')
const WEDNESDAY = new Date('2026-11-24T19:05:00Z')

const close = (at = TUESDAY) => closeDays(openDatabase({ url: library.bindings.LIBSQL_URL }), at)
const read = async <Answer>(path: string) => (await (await library.call('GET', path)).json()) as Answer
const sheet = (day = MONDAY, branch = 1) => read<DaySheetAnswer>(`/api/day-sheets/${day}?branch=${branch}`)
const lineOf = ({ parts }: DaySheetAnswer, unit: string) => parts.flatMap(({ lines }) => lines).find((line) => line.unit === unit)
const workADay = async () => {
  await library.signIn('aigerim')
  await library.call('POST', '/api/loans', { reader: 'R1', copy: 'C1' })
  await library.call('POST', '/api/loans', { reader: 'R1', copy: 'C3' })
  await library.call('POST', '/api/returns', { copy: 'C1', branch: 1 })
  await library.call('POST', '/api/visits', { branch: 1, count: 40 })
  await library.call('POST', '/api/questions', { branch: 1, count: 3 })
  await library.call('POST', '/api/services', { deed: 'event', branch: 1, kind: 'reading', visitors: 25 })
  await library.call('POST', '/api/services', { deed: 'internet-session', branch: 1 })
  await library.call('POST', '/api/services', { deed: 'paid-service', branch: 1, kind: 'photocopy', count: 4, amount: 16_000 })
}
/** A deed of that day that reaches the journal now. */
const lateLoan = (day: string) =>
  library.client.execute({
    sql: "INSERT INTO journal (at, day, deed, staff_id, branch_id, language, content_group, kind) VALUES (?, ?, 'loan', 1, 1, 'kaz', 'fiction', 'book')",
    args: [`${day}T09:00:00Z`, day],
  })

describe('a day sheet', () => {
  it('has three parts: readers and visits, loans, answers and services', async () => {
    await workADay()
    const open = await sheet()
    expect(open).toMatchObject({ state: 'open', version: 0 })
    expect(lineOf(open, 'visit')).toMatchObject({ total: 40 })
    expect(lineOf(open, 'active-borrower')).toMatchObject({ total: 1, splits: { readerCategory: [{ value: 'adult', count: 1 }] } })
    expect(lineOf(open, 'loan')).toMatchObject({
      total: 2,
      splits: {
        language: [
          { value: 'kaz', count: 1 },
          { value: 'rus', count: 1 },
        ],
        contentGroup: [{ value: 'fiction', count: 2 }],
        kind: [{ value: 'book', count: 2 }],
      },
    })
    expect(lineOf(open, 'reference-answer')).toMatchObject({ total: 3 })
    expect(lineOf(open, 'event')).toMatchObject({ total: 1, splits: { kind: [{ value: 'reading', count: 1 }] } })
    expect(lineOf(open, 'event-visit')).toMatchObject({ total: 25 })
    expect(lineOf(open, 'internet-session')).toMatchObject({ total: 1 })
    expect(lineOf(open, 'paid-income')).toMatchObject({ total: 16_000 })
  })

  it('knows the group of readers whose card was scanned when they came, and of the others nothing', async () => {
    await library.signIn('aigerim')
    await library.call('POST', '/api/visits', { branch: 1, count: 6 })
    await library.call('POST', '/api/visits', { branch: 1, reader: 'R1' })
    await library.call('POST', '/api/visits', { branch: 1, reader: 'R2' }, { 'idempotency-key': 'child' })
    await library.call('POST', '/api/visits', { branch: 1, reader: 'NOBODY' })
    const splits = async () => lineOf(await sheet(), 'visit')?.splits
    expect(await splits()).toMatchObject({
      readerCategory: [
        { value: '', count: 7 },
        { value: 'adult', count: 1 },
        { value: 'child', count: 1 },
      ],
      ageBand: [
        { value: '', count: 7 },
        { value: 'adult', count: 1 },
        { value: 'child', count: 1 },
      ],
    })
    await library.call('POST', '/api/undos', { of: 'visit', key: 'child', branch: 1 })
    expect((await splits())?.ageBand).toEqual([
      { value: '', count: 7 },
      { value: 'adult', count: 1 },
    ])
    const { rows } = await library.client.execute("SELECT * FROM journal WHERE deed = 'visit'")
    expect(JSON.stringify(rows)).not.toContain('R1')
  })

  it('is followed by the movement of the stock: what was written off or replaced is counted by itself', async () => {
    await library.signIn('director')
    for (const [copy, as, more] of [
      ['C1', 'written-off', {}],
      ['C3', 'replaced', { replacement: { barcode: 'NEW-1' } }],
      ['C4', 'found', {}],
    ] as const) {
      expect((await library.call('POST', `/api/copies/${copy}/incidents`, { kind: 'missing', branch: 1 })).status).toBe(201)
      expect((await library.call('POST', `/api/copies/${copy}/incidents/closing`, { as, branch: 1, ...more })).status).toBe(201)
    }
    await close()
    const { figures } = await read<TotalsAnswer>(
      '/api/statistics/totals?from=2026-11-23&to=2026-11-23&branch=1&unit=copy-added,copy-withdrawn&split=language,byHand',
    )
    expect(figures).toEqual([
      { unit: 'copy-added', count: 1, where: { language: 'rus', byHand: '' } },
      { unit: 'copy-withdrawn', count: 1, where: { language: 'kaz', byHand: '' } },
      { unit: 'copy-withdrawn', count: 1, where: { language: 'rus', byHand: '' } },
    ])
  })

  it('is the same the night after, closed', async () => {
    await workADay()
    const open = await sheet()
    await close()
    const closed = await sheet()
    expect(closed).toMatchObject({ state: 'closed', version: 1 })
    expect(closed.parts).toEqual(open.parts)
    expect(closed.carried.month).toMatchObject({ loan: 2, visit: 40 })
  })

  it('balances to the transactions, or says by how much not', async () => {
    await workADay()
    await close()
    expect((await sheet()).balance.map(({ unit, difference }) => [unit, difference])).toEqual([
      ['loan', 0],
      ['on-site-loan', 0],
      ['renewal', 0],
      ['return', 0],
    ])
    await library.client.execute('UPDATE loans SET branch_id = 2 WHERE copy_id = 3')
    expect((await sheet()).balance[0]).toEqual({ unit: 'loan', counted: 2, transacted: 1, difference: 1 })
  })

  it('balances both ways: it shows a line without a deed, and a deed without a line', async () => {
    await workADay()
    library.state.now = new Date('2026-12-03T05:00:00Z')
    await library.signIn('aigerim')
    expect((await library.call('POST', '/api/renewals', { copy: 'C3' })).status).toBe(201)
    const off = async () => Object.fromEntries((await sheet('2026-12-03')).balance.map(({ unit, difference }) => [unit, difference]))
    expect((await sheet('2026-12-03')).balance.map(({ counted }) => counted)).toEqual([0, 0, 1, 0])
    expect(await off()).toEqual({ loan: 0, 'on-site-loan': 0, renewal: 0, return: 0 })
    const { client } = library
    await client.execute(
      "INSERT INTO journal (at, day, deed, staff_id, branch_id, language) VALUES ('2026-12-03T09:00:00Z', '2026-12-03', 'return', 1, 1, 'kaz')",
    )
    expect(await off()).toMatchObject({ renewal: 0, return: 1 })
    await client.execute("INSERT INTO loan_changes VALUES (2, 9, 'renewal', '2026-12-03T09:00:00.000Z', 1)")
    expect(await off()).toMatchObject({ renewal: -1, return: 1 })
    await client.execute("INSERT INTO loan_changes VALUES (2, 10, 'renewal', '2026-12-04T09:00:00.000Z', 1)")
    expect(await off()).toMatchObject({ renewal: -1 })
  })

  it('shows what came late as a correction, once', async () => {
    await workADay()
    await close()
    await lateLoan(MONDAY)
    await library.call('POST', '/api/visits', { branch: 1 })
    expect(lineOf(await sheet(), 'loan')).toMatchObject({ total: 2, corrected: 0 })
    await close(WEDNESDAY)
    await close(WEDNESDAY)
    const corrected = await sheet()
    expect(lineOf(corrected, 'loan')).toMatchObject({ total: 3, corrected: 1 })
    expect(corrected.corrections).toMatchObject([
      {
        correction: 1,
        figures: [
          { unit: 'loan', count: 1 },
          { unit: 'visit', count: 1 },
        ],
      },
    ])
    expect(corrected.balance[0]).toMatchObject({ difference: 1 })
  })

  it('is opened again only with a reason, and closed as another version', async () => {
    await workADay()
    await close()
    await lateLoan(MONDAY)
    await library.signIn('director')
    const reopen = (reason?: string) => library.call('POST', `/api/day-sheets/${MONDAY}/reopenings`, { branch: 1, reason })
    expect((await reopen()).status).toBe(400)
    expect((await reopen('Оқу залының дәптері табылды')).status).toBe(201)
    expect(await (await reopen('тағы')).json()).toMatchObject({ refused: 'day-is-open' })
    expect(await sheet()).toMatchObject({ state: 'reopened', version: 1 })
    expect((await library.call('POST', `/api/day-sheets/${MONDAY}/closings`, { branch: 1 })).status).toBe(201)
    const again = await sheet()
    expect(again).toMatchObject({
      state: 'closed',
      version: 2,
      versions: [
        { version: 1, reopened: { reason: 'Оқу залының дәптері табылды', by: 'director' } },
        { version: 2, reopened: null },
      ],
    })
    expect(lineOf(again, 'loan')).toMatchObject({ total: 3, corrected: 0 })
    await close(WEDNESDAY)
    expect(lineOf(await sheet(), 'loan')).toMatchObject({ total: 3, corrected: 0 })
    const kept = await library.client.execute("SELECT sum(count) AS count FROM superseded_figures WHERE unit = 'loan'")
    expect(kept.rows).toMatchObject([{ count: 2 }])
  })

  it('keeps its frozen figures', async () => {
    await workADay()
    await close()
    await expect(library.client.execute('UPDATE day_figures SET count = 7')).rejects.toThrow('frozen')
  })

  it('is for the staff of its branch and the director', async () => {
    const status = async () => (await library.call('GET', `/api/day-sheets/${MONDAY}?branch=1`)).status
    expect(await status()).toBe(401)
    await library.signIn('bolat')
    expect(await status()).toBe(403)
    await library.signIn('aigerim')
    expect(await status()).toBe(200)
    await library.signIn('director')
    expect(await status()).toBe(200)
  })

  it('takes two trips of the night, whatever there is to close', async () => {
    await workADay()
    await lateLoan('2026-11-20')
    const db = openDatabase({ url: library.bindings.LIBSQL_URL })
    expect(await closeDays(db, TUESDAY)).toEqual({ from: '2026-11-20', to: MONDAY, corrections: 0 })
    expect(db.trips).toBe(2)
  })
})

describe('a count by hand', () => {
  const count = (more: object = {}, key = crypto.randomUUID()) =>
    library.call(
      'POST',
      '/api/hand-counts',
      { day: MONDAY, branch: 1, unit: 'on-site-use', quantity: 60, where: { language: 'kaz' }, ...more },
      { 'idempotency-key': key },
    )

  it('is counted with its day, once for a key, and told apart', async () => {
    await library.signIn('aigerim')
    expect((await count({}, 'one')).status).toBe(201)
    expect((await count({}, 'one')).status).toBe(201)
    await close()
    expect(lineOf(await sheet(), 'on-site-use')).toMatchObject({
      total: 60,
      byHand: 60,
      splits: { language: [{ value: 'kaz', count: 60 }] },
    })
    expect(await read('/api/hand-counts?branch=1&from=2026-11-01&to=2026-11-30')).toMatchObject({
      counts: [{ unit: 'on-site-use', quantity: 60, by: 'aigerim', takenBack: false }],
    })
  })

  it('is taken back by its opposite, once', async () => {
    await library.signIn('aigerim')
    await count()
    const { counts } = await read<{ counts: { id: number }[] }>('/api/hand-counts?branch=1&from=2026-11-01&to=2026-11-30')
    const back = () => library.call('POST', `/api/hand-counts/${counts[0]?.id}/takings-back`, { branch: 1, day: MONDAY })
    expect((await back()).status).toBe(201)
    expect(await (await back()).json()).toMatchObject({ refused: 'hand-count-is-taken-back' })
    expect(lineOf(await sheet(), 'on-site-use')).toMatchObject({ total: 0 })
  })

  it('of a closed day needs a note, and becomes a correction', async () => {
    await close()
    library.state.now = new Date('2026-11-24T04:00:00Z')
    await library.signIn('aigerim')
    expect(await (await count()).json()).toMatchObject({ refused: 'day-is-closed' })
    expect((await count({ note: 'Кешкі дәптерден' })).status).toBe(201)
    await close(WEDNESDAY)
    expect(lineOf(await sheet(), 'on-site-use')).toMatchObject({ total: 60, corrected: 60 })
  })

  it.each([
    ['day-is-to-come', { day: '2026-11-24' }],
    ['not-counted-by-hand', { unit: 'visit', where: { language: 'kaz' } }],
    ['not-counted-by-hand', { amount: 100 }],
  ])('is refused: %s', async (slug, more) => {
    await library.signIn('aigerim')
    expect(await (await count(more)).json()).toMatchObject({ refused: slug })
  })

  it.each([
    { unit: 'search' },
    { unit: 'paid-income' },
    { quantity: 0 },
    { quantity: 1.5 },
    { day: '2026-02-30' },
    { where: { language: 7 } },
  ])('answers 400 to %j', async (more) => {
    await library.signIn('aigerim')
    expect((await count(more)).status).toBe(400)
  })
})

describe('a change of the network', () => {
  const change = {
    happened: '1996',
    change: 'closed',
    libraries: 2,
    textKk: 'Екі филиал жабылды',
    textRu: 'Закрыты два филиала',
    source: 'Essay',
  }
  const enter = (more: object = {}, key: string = crypto.randomUUID()) =>
    library.call('POST', '/api/year-facts/network-changes', { ...change, ...more }, { 'idempotency-key': key })
  const known = async () => (await read<{ changes: { id: number }[] }>('/api/year-facts/network-changes')).changes
  const journal = async () =>
    (await library.client.execute("SELECT deed, detail FROM journal WHERE deed LIKE 'network-change-%' ORDER BY id")).rows

  it('is entered by the director once for a key, with its source, and stands in the journal', async () => {
    await library.signIn('director')
    expect((await enter({}, 'one')).status).toBe(201)
    expect((await enter({}, 'one')).status).toBe(201)
    const text = { kk: 'Екі филиал жабылды', ru: 'Закрыты два филиала', en: 'Закрыты два филиала' }
    expect(await known()).toMatchObject([{ happened: '1996', change: 'closed', libraries: 2, text, source: 'Essay' }])
    expect(await journal()).toMatchObject([{ deed: 'network-change-entered', detail: expect.stringContaining('Екі филиал жабылды') }])
  })

  it('that was entered wrongly is taken back once, and the journal keeps both', async () => {
    await library.signIn('director')
    await enter({ happened: '1996-09-01', textEn: 'Two branches closed' })
    const [{ id } = { id: 0 }] = await known()
    const back = () => library.call('POST', `/api/year-facts/network-changes/${id}/takings-back`, {})
    expect((await back()).status).toBe(201)
    expect((await back()).status).toBe(404)
    expect(await known()).toEqual([])
    expect((await journal()).map(({ deed }) => deed)).toEqual(['network-change-entered', 'network-change-taken-back'])
  })

  it('that is to come is refused, and so is what is no day of the calendar', async () => {
    await library.signIn('director')
    for (const happened of ['2026-11-24', '2026-12', '2027'])
      expect(await (await enter({ happened })).json()).toMatchObject({ refused: 'day-is-to-come' })
    for (const happened of ['2026-11-23', '2026-11', '2026']) expect((await enter({ happened })).status).toBe(201)
    for (const more of [
      { happened: '1996-13' },
      { happened: '96' },
      { happened: '1996-02-30' },
      { change: 'burnt' },
      { source: '' },
      { libraries: 0 },
    ])
      expect((await enter(more)).status, JSON.stringify(more)).toBe(400)
  })

  it('is not for a librarian to enter, nor to take back', async () => {
    expect((await enter()).status).toBe(401)
    await library.signIn('aigerim')
    expect((await enter()).status).toBe(403)
    expect((await library.call('POST', '/api/year-facts/network-changes/1/takings-back', {})).status).toBe(403)
  })
})

describe('figures', () => {
  const MONTH = 'from=2026-11-01&to=2026-11-30'

  it('of a period are the same from its sums and from its days', async () => {
    await workADay()
    await close()
    const month = await read<TotalsAnswer>(`/api/statistics/totals?${MONTH}&branch=1&split=language,contentGroup`)
    const days = await read<TotalsAnswer>('/api/statistics/totals?from=2026-11-02&to=2026-11-29&branch=1&split=language,contentGroup')
    const year = await read<TotalsAnswer>('/api/statistics/totals?from=2026-01-01&to=2026-12-31&branch=1&split=language,contentGroup')
    expect(month.figures.length).toBeGreaterThan(5)
    expect(days.figures).toEqual(month.figures)
    expect(year.figures).toEqual(month.figures)
    expect(month.closedTo).toBe(MONDAY)
  })

  it('open down to the rows behind them', async () => {
    await workADay()
    await close()
    const { rows } = await read<RowsAnswer>(`/api/statistics/rows?${MONTH}&unit=loan&branch=1&language=kaz`)
    expect(rows).toMatchObject([{ deed: 'loan', title: 'Абай жолы', by: 'aigerim', quantity: 1, language: 'kaz' }])
    expect(JSON.stringify(rows)).not.toContain('Ахметова')
    library.signOut()
    expect((await library.call('GET', `/api/statistics/rows?${MONTH}&unit=loan`)).status).toBe(401)
  })

  it('by month and by day sum up to the same', async () => {
    await workADay()
    await close()
    library.signOut()
    for (const [step, at] of [
      ['day', MONDAY],
      ['month', '2026-11'],
      ['year', '2026'],
    ]) {
      const { points } = await read<SeriesAnswer>(`/api/statistics/series?from=2026-01-01&to=2026-12-31&step=${step}&unit=loan`)
      expect(points).toEqual([{ at, unit: 'loan', count: 2, where: {} }])
    }
  })

  it('for the public have groups smaller than five merged, and one split at a time', async () => {
    await workADay()
    await close()
    library.signOut()
    const { figures } = await read<TotalsAnswer>(`/api/statistics/totals?${MONTH}&unit=loan&split=language`)
    expect(figures).toEqual([{ unit: 'loan', count: 2, where: { language: 'merged' } }])
    expect((await library.call('GET', `/api/statistics/totals?${MONTH}&split=language,ageBand`)).status).toBe(401)
    await library.signIn('bolat')
    expect((await library.call('GET', `/api/statistics/totals?${MONTH}&split=language,ageBand&branch=1`)).status).toBe(403)
  })

  it.each([
    `totals?${MONTH}&unit=loan`,
    `totals?${MONTH}&unit=loan&split=language`,
    `series?${MONTH}&unit=loan&step=month`,
    'today?',
    'indicators?period=2026',
    'reports/month?period=2026-11',
    `rows?${MONTH}&unit=loan`,
    'stock?month=2026-11',
  ])('of one branch are for its staff and the director: %s', async (path) => {
    const asked = async () => (await library.call('GET', `/api/statistics/${path}&branch=1`)).status
    expect(await asked()).toBe(401)
    await library.signIn('bolat')
    expect(await asked()).toBe(403)
    for (const known of ['aigerim', 'director']) {
      await library.signIn(known)
      expect(await asked()).toBe(200)
    }
  })

  it('of today stand as they are, beside the same weekdays before', async () => {
    await workADay()
    await lateLoan('2026-11-16')
    await close()
    const { totals, before } = await read<{ totals: object; before: object[] }>('/api/statistics/today')
    expect(totals).toMatchObject({ loan: 2, visit: 40 })
    expect(before[0]).toEqual({ day: '2026-11-16', totals: { loan: 1 } })
  })

  it.each([
    '/api/statistics/totals',
    `/api/statistics/totals?${MONTH}&split=staff`,
    `/api/statistics/totals?${MONTH}&unit=loan,nothing`,
    `/api/statistics/series?${MONTH}&step=week`,
    '/api/statistics/indicators?period=2026-13',
    '/api/statistics/indicators?period=26',
    '/api/day-sheets/2026-02-30?branch=1',
    `/api/statistics/rows?${MONTH}&unit=loan&after=x`,
  ])('answers 400 to %s', async (path) => {
    await library.signIn('director')
    expect((await library.call('GET', path)).status).toBe(400)
  })
})

describe('indicators and reports', () => {
  it('have their formula, their terms, and both definitions', async () => {
    await workADay()
    await close()
    await library.client.execute(
      "INSERT INTO year_facts VALUES (2025, 'population', 80000, 'Статистика бюросы', '', NULL), (2025, 'budget', 5, '', '', NULL)",
    )
    const { indicators } = await read<IndicatorsAnswer>('/api/statistics/indicators?period=2026')
    const coverage = indicators.find(({ id }) => id === 'coverage')
    expect(coverage?.iso).toMatchObject({ formula: 'active-borrower[since=year] / @population', value: 1 / 80_000 })
    expect(coverage?.iso?.terms[0]).toEqual({
      term: 'active-borrower[since=year]',
      value: 1,
      unit: 'active-borrower',
      where: {},
      from: '2026-01-01',
    })
    expect(indicators.find(({ id }) => id === 'loans-per-day')?.local).toMatchObject({ value: 2 })
    expect(indicators.find(({ id }) => id === 'cost-per-loan')?.local.value).toBeNull()
    expect(indicators.find(({ id }) => id === 'turnover')?.local.value).toBeNull()
  })

  it('of a year have the rows of their definition', async () => {
    await workADay()
    await close()
    const { report, sections } = await read<ReportAnswer>('/api/statistics/reports/national?period=2026')
    expect(report).toMatchObject({ id: 'national', verified: false })
    const rows = sections.flatMap((section) => section.rows)
    expect(rows.find(({ code }) => code === '3.1')?.reckoned?.value).toBe(2)
    expect(rows.find(({ code }) => code === '3.2')?.reckoned?.value).toBe(1)
    expect((await library.call('GET', '/api/statistics/reports/national?period=2026-11')).status).toBe(404)
    expect((await library.call('GET', '/api/statistics/reports/month?period=2026-11')).status).toBe(200)
    expect((await library.call('GET', '/api/statistics/reports/none?period=2026')).status).toBe(404)
  })
})

describe('what was sought', () => {
  it('is kept as words, without who, grouped, apart from what was found', async () => {
    for (const q of ['Атлант', 'атлант', 'R0000001234', 'Абай']) await library.call('GET', `/api/catalogue?q=${encodeURIComponent(q)}`)
    await library.settle()
    await library.call('GET', '/api/catalogue?q=%D0%B0%D1%82%D0%BB%D0%B0%D0%BD%D1%82&branch=1')
    await library.settle()
    await withSearches(library.state.now, (lines) => openDatabase({ url: library.bindings.LIBSQL_URL }).record(lines))
    expect((await library.call('GET', '/api/sought?month=2026-11')).status).toBe(401)
    await library.signIn('aigerim')
    const { questions } = await read<SoughtAnswer>('/api/sought?month=2026-11')
    expect(questions.filter(({ question }) => question !== 'абай')).toEqual([{ question: 'атлант', times: 2, spellings: [] }])
    expect(
      (await library.client.execute('SELECT sum(quantity) AS unmet FROM journal WHERE deed = ?', ['unmet-search'])).rows[0]?.unmet,
    ).toBe(4)
    await expect(library.call('GET', '/api/sought?month=2026-13').then(({ status }) => status)).resolves.toBe(400)
  })
})
