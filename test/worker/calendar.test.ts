import { beforeEach, describe, expect, it } from 'vitest'
import { type Library, openLibrary } from '../support/in-workerd.ts'

let library: Library
beforeEach(async () => {
  library = await openLibrary()
  await library.signIn('director')
  library.state.trips = 0
})

const call = async (method: string, path: string, body?: object) => {
  const response = await library.call(method, path, body, { 'idempotency-key': crypto.randomUUID() })
  return { status: response.status, body: await response.json() }
}
const lend = (copy: string, branch = 1) => call('POST', '/api/loans', { reader: 'R1', copy, branch })
const close = (more: object) =>
  call('POST', '/api/calendar/exceptions', { branchId: 1, from: '2026-12-07', to: '2026-12-12', hours: [], reason: 'Жөндеу', ...more })
const dueDays = async () => (await library.client.execute('SELECT due_on FROM loans ORDER BY id')).rows.map(({ due_on }) => due_on)

describe('the calendar', () => {
  it('is for everybody to read: hours, holidays, what differs', async () => {
    library.signOut()
    const { status, body } = await call('GET', '/api/calendar?branch=1&from=2026-12-13&to=2026-12-16')
    expect(status).toBe(200)
    expect(library.state.trips).toBe(1)
    expect(body).toMatchObject({
      branch: 1,
      cleaning: null,
      holidays: [{ day: '2026-12-16', nameRu: 'День Независимости' }],
      days: [{ day: '2026-12-13', hours: [] }, { hours: [{ opens: '10:00', closes: '19:00' }] }, {}, { day: '2026-12-16', hours: [] }],
    })
  })

  it.each(['', 'branch=1&from=2026-12-13', 'branch=1&from=2026-12-13&to=2026-12-01', 'branch=1&from=2026-01-01&to=2028-01-01'])(
    'answers 400 to %j',
    async (query) => {
      expect(await call('GET', `/api/calendar?${query}`)).toMatchObject({ status: 400 })
    },
  )

  it('R22: a due day follows the week and the cleaning day of the branch that lends', async () => {
    const day = [
      { opens: '09:00', closes: '13:00' },
      { opens: '14:00', closes: '18:00' },
    ]
    const week = [day, [], day, day, day, [], []]
    const changed = await call('PUT', '/api/calendar/weeks/1', { week, cleaning: { which: 2, weekday: 3 } })
    expect(changed).toMatchObject({ status: 201 })
    await lend('C1')
    await lend('C2', 2)
    expect(await dueDays()).toEqual(['2026-12-10', '2026-12-08'])
  })

  it('keeps a changed holiday', async () => {
    const named = { shifts: false, nameKk: 'Мереке', nameRu: 'Праздник', nameEn: 'Holiday' }
    await call('PUT', '/api/calendar/holidays/2026-12-08', named)
    await lend('C1')
    await call('DELETE', '/api/calendar/holidays/2026-12-08')
    await lend('C3')
    expect(await dueDays()).toEqual(['2026-12-09', '2026-12-08'])
    expect(await call('DELETE', '/api/calendar/holidays/2026-12-08')).toMatchObject({ status: 404 })
  })

  it('is changed by the head of a branch for that branch, by the office for all', async () => {
    await library.signIn('aigerim')
    expect(await close({})).toMatchObject({ status: 403 })
    await library.client.execute("UPDATE staff SET role = 'head' WHERE login IN ('aigerim', 'bolat')")
    expect(await close({})).toMatchObject({ status: 201 })
    expect(await close({ branchId: 2 })).toMatchObject({ status: 403, body: { refused: 'wrong-branch' } })
    expect(await close({ branchId: null })).toMatchObject({ status: 403, body: { refused: 'wrong-branch' } })
    expect(await call('DELETE', '/api/calendar/holidays/2026-12-16')).toMatchObject({ status: 403 })
  })
})

describe('an emergency closing', () => {
  it('R70: asks first, then moves what is due to the next open day: not to the day after, which is a Sunday', async () => {
    await lend('C1')
    await lend('C2', 2)
    library.state.trips = 0
    expect(await close({})).toMatchObject({
      status: 409,
      body: { refused: 'needs-confirmation', refusals: [], confirmations: ['loans-are-due-then'], counts: { loans: 1, holds: 0 } },
    })
    expect(await dueDays()).toEqual(['2026-12-08', '2026-12-08'])
    expect(await close({ confirm: ['loans-are-due-then'] })).toMatchObject({ status: 201, body: { moved: { loans: 1 } } })
    expect(library.state.trips).toBe(3)
    expect(await dueDays()).toEqual(['2026-12-14', '2026-12-08'])
  })

  it('R70: moves the last day on the hold shelf too', async () => {
    await library.client.batch(
      [
        `INSERT INTO holds (id, record_id, reader_id, reader_ordinal, queue_ordinal, pickup_branch_id, placed_on, placed_at) VALUES (1, 1, 2, 1, 1, 1, '2026-11-23', '')`,
        `UPDATE holds SET state = 'waiting', trapped_copy_id = 1, waiting_since = '', shelf_until = '2026-12-07' WHERE id = 1`,
      ],
      'write',
    )
    await close({ confirm: ['loans-are-due-then'] })
    expect((await library.client.execute('SELECT shelf_until FROM holds')).rows).toMatchObject([{ shelf_until: '2026-12-14' }])
  })

  it('R70: of all branches moves each by its own calendar', async () => {
    const closed: never[] = []
    const day = [{ opens: '09:00', closes: '18:00' }]
    await call('PUT', '/api/calendar/weeks/2', { week: [closed, closed, day, day, day, day, closed], cleaning: null })
    await lend('C1')
    await lend('C2', 2)
    expect(await dueDays()).toEqual(['2026-12-08', '2026-12-09'])
    await close({ branchId: null, confirm: ['loans-are-due-then'] })
    expect(await dueDays()).toEqual(['2026-12-14', '2026-12-17'])
  })

  it('R56: the days when the branch was closed do not count as overdue', async () => {
    await lend('C1')
    library.state.now = new Date('2026-12-15T05:00:00Z')
    await library.signIn('director')
    await call('POST', '/api/calendar/exceptions', { branchId: 1, from: '2026-12-09', to: '2026-12-14', hours: [], reason: 'Су' })
    const { body } = await call('POST', '/api/returns', { copy: 'C1', branch: 1 })
    expect(body).toMatchObject({ return: { overdueDays: 1, suspendedUntil: null, fine: 0 } })
  })

  it('can be lifted; what moved stays moved, for readers were told', async () => {
    await lend('C1')
    await close({ confirm: ['loans-are-due-then'] })
    expect(await call('DELETE', '/api/calendar/exceptions/1')).toMatchObject({ status: 201 })
    expect(await dueDays()).toEqual(['2026-12-14'])
    expect(await call('DELETE', '/api/calendar/exceptions/1')).toMatchObject({ status: 404 })
  })

  it('an open Sunday moves nothing', async () => {
    expect(await close({ from: '2026-12-13', to: '2026-12-13', hours: [{ opens: '10:00', closes: '15:00' }] })).toMatchObject({
      status: 201,
      body: { moved: { loans: 0, to: [] } },
    })
  })
})
