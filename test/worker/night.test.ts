import { createExecutionContext, createScheduledController, waitOnExecutionContext } from 'cloudflare:test'
import { beforeEach, describe, expect, it } from 'vitest'
import worker from '../../worker/index.ts'
import { type Library, openLibrary } from '../support/in-workerd.ts'

let library: Library
beforeEach(async () => {
  library = await openLibrary()
})

const NIGHT = new Date('2026-11-23T19:05:00Z')

async function night(at = NIGHT) {
  const context = createExecutionContext()
  await worker.scheduled(createScheduledController({ scheduledTime: at, cron: '5 19 * * *' }), library.bindings)
  await waitOnExecutionContext(context)
}
const statistics = async () => (await library.client.execute('SELECT * FROM day_figures ORDER BY day, branch_id, unit, language')).rows
const closings = async () =>
  (await library.client.execute('SELECT day, branch_id, version, correction FROM day_closings ORDER BY 1, 2')).rows
const publish = async (query: string) => library.call('GET', `/api/statistics/daily?${query}`)

describe('the night', () => {
  it('closes yesterday: 00:05 in Almaty on the 24th counts the 23rd', async () => {
    await library.signIn('aigerim')
    await library.call('POST', '/api/loans', { reader: 'R1', copy: 'C1' })
    await library.call('POST', '/api/loans', { reader: 'R1', copy: 'C3' })
    await library.call('POST', '/api/returns', { copy: 'C1', branch: 1 })
    await library.call('POST', '/api/visits', { branch: 1, count: 40 })
    await night()
    const response = await publish('from=2026-11-23&to=2026-11-23&branch=1')
    const row = { day: '2026-11-23', branch: 1 }
    expect(await response.json()).toEqual({
      days: [
        { ...row, unit: 'active-borrower', count: 1 },
        { ...row, unit: 'loan', count: 2 },
        { ...row, unit: 'return', count: 1 },
        { ...row, unit: 'visit', count: 40 },
      ],
    })
    library.signOut()
    const shown = await publish('from=2026-11-23&to=2026-11-23&branch=1')
    expect(await shown.json()).toEqual({ days: [{ ...row, unit: 'visit', count: 40 }] })
  })

  it('gives the same rows when it runs twice', async () => {
    await library.signIn('aigerim')
    await library.call('POST', '/api/loans', { reader: 'R1', copy: 'C1' })
    await night()
    const once = [await statistics(), await closings()]
    await night()
    expect([await statistics(), await closings()]).toEqual(once)
    expect(once[0]).toHaveLength(2)
  })

  it('gives the same rows when two run at once', async () => {
    await library.signIn('aigerim')
    await library.call('POST', '/api/loans', { reader: 'R1', copy: 'C1' })
    await Promise.all([night(), night()])
    expect(await closings()).toHaveLength(3)
    expect(await statistics()).toHaveLength(2)
  })

  it('fills in the days it missed', async () => {
    const line = (day: string) =>
      `INSERT INTO journal (at, day, deed, branch_id, language) VALUES ('${day}T08:00:00Z', '${day}', 'loan', 1, 'kaz')`
    await library.client.batch([line('2026-11-18'), line('2026-11-20')], 'write')
    await night()
    expect((await statistics()).map(({ day }) => day)).toEqual(['2026-11-18', '2026-11-20'])
    const closed = (await closings()).filter(({ branch_id }) => branch_id === 1)
    expect(closed.map(({ day }) => day)).toEqual(['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'])
  })

  it('counts the searches, those answered from the cache too', async () => {
    for (let times = 0; times < 3; times += 1) await library.call('GET', '/api/catalogue?q=night&branch=2&language=kaz')
    await library.settle()
    const at = new Date(library.state.now.getTime())
    await night(new Date(Math.max(NIGHT.getTime(), at.getTime())))
    const searches = (await statistics()).filter(
      ({ unit, branch_id, language }) => unit === 'search' && branch_id === 2 && language === 'kaz',
    )
    expect(searches).toMatchObject([{ day: '2026-11-23', count: 3 }])
  })

  it.each(['', 'from=2026-11-23', 'from=2026-02-30&to=2026-03-01', 'from=2026-11-23&to=2026-11-22', 'from=a&to=b'])(
    'answers 400 to %j',
    async (query) => {
      expect((await publish(query)).status).toBe(400)
    },
  )

  it('keeps the journal as it was written', async () => {
    await library.client.execute("INSERT INTO journal (at, day, deed) VALUES ('', '2026-11-01', 'visit')")
    await expect(library.client.execute('DELETE FROM journal')).rejects.toThrow('append-only')
    await expect(library.client.execute("UPDATE journal SET day = '2026-11-02'")).rejects.toThrow('append-only')
  })
})
