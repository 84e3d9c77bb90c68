import { beforeEach, describe, expect, it } from 'vitest'
import { type Library, openLibrary } from '../support/in-workerd.ts'

let library: Library
beforeEach(async () => {
  library = await openLibrary()
  await library.client.execute("UPDATE staff SET role = 'head' WHERE login = 'bolat'")
})

interface Page {
  lines: { id: number; deed: string; staff: string | null; branchId: number | null; subject: string | null; barcode: string | null }[]
  next: string | null
}

async function seen(query = ''): Promise<Page> {
  const response = await library.call('GET', `/api/audit${query}`)
  expect(response.status).toBe(200)
  return (await response.json()) as Page
}
const deedsOf = ({ lines }: Page) => lines.map(({ deed }) => deed)

async function aMorning() {
  await library.signIn('aigerim')
  await library.call('POST', '/api/loans', { reader: 'R1', copy: 'C1', branch: 1 })
  await library.call('POST', '/api/loans', { reader: 'R1', copy: 'C3', branch: 1 })
  await library.call('POST', '/api/returns', { copy: 'C1', branch: 1 })
  await library.signIn('bolat')
  await library.call('POST', '/api/loans', { reader: 'R2', copy: 'C2', branch: 2 })
  await library.call('POST', '/api/visits', { branch: 2 })
}

/** Written as the library wrote it, many at once. */
const manyLines = (count: number, deed: string, day: string) =>
  library.client.execute({
    sql: `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
          INSERT INTO journal (at, day, deed, staff_id, branch_id) SELECT ? || 'T05:00:00.000Z', ?, ?, 1, 1 FROM n`,
    args: [count, day, day, deed],
  })

describe('the audit list', () => {
  it('shows the director every deed, the newest first, with who did it and to what', async () => {
    await aMorning()
    await library.signIn('director')
    const page = await seen()
    expect(deedsOf(page)).toEqual(['visit', 'loan', 'return', 'loan', 'loan'])
    expect(page.lines[1]).toMatchObject({ staff: 'bolat', branchId: 2, subject: 'Абай жолы', barcode: 'C2' })
    expect(page.next).toBeNull()
  })

  it('is searched by person, deed, branch, copy, card and day, alone and together', async () => {
    await aMorning()
    await library.signIn('director')
    expect(deedsOf(await seen('?staff=1'))).toEqual(['return', 'loan', 'loan'])
    expect(deedsOf(await seen('?deed=loan'))).toEqual(['loan', 'loan', 'loan'])
    expect(deedsOf(await seen('?branch=2'))).toEqual(['visit', 'loan'])
    expect(deedsOf(await seen('?code=C1'))).toEqual(['return', 'loan'])
    expect(deedsOf(await seen('?code=R1'))).toEqual(['return', 'loan', 'loan'])
    expect(deedsOf(await seen('?code=NOBODY'))).toEqual([])
    expect(deedsOf(await seen('?staff=1&deed=return&branch=1&code=C1&from=2026-11-23&to=2026-11-23'))).toEqual(['return'])
    expect(deedsOf(await seen('?to=2026-11-22'))).toEqual([])
    expect(deedsOf(await seen('?from=2026-11-24'))).toEqual([])
  })

  it('shows the head of a branch that branch and no other', async () => {
    await aMorning()
    expect(deedsOf(await seen())).toEqual(['visit', 'loan'])
    expect(deedsOf(await seen('?code=C1'))).toEqual([])
    const other = await library.call('GET', '/api/audit?branch=1')
    expect([other.status, await other.json()]).toMatchObject([403, { refused: 'wrong-branch' }])
  })

  it('goes on page by page without a gap or a line twice, whatever is written meanwhile', async () => {
    await manyLines(120, 'visit', '2026-11-20')
    await manyLines(10, 'visit', '2026-11-21')
    await library.signIn('director')
    const ids: number[] = []
    for (let page = await seen(); ; page = await seen(`?before=${page.next}`)) {
      ids.push(...page.lines.map(({ id }) => id))
      await manyLines(1, 'visit', '2026-11-22')
      if (!page.next) break
    }
    expect(ids).toHaveLength(130)
    expect(new Set(ids).size).toBe(130)
  })

  it('looks at two thousand lines a page when few of them fit, says so, and finds the rest', async () => {
    await manyLines(1, 'event', '2026-11-19')
    await manyLines(2_500, 'visit', '2026-11-20')
    await library.signIn('director')
    const first = await seen('?staff=1&deed=event')
    expect([first.lines.length, first.next !== null]).toEqual([0, true])
    const second = await seen(`?staff=1&deed=event&before=${first.next}`)
    expect([deedsOf(second), second.next]).toEqual([['event'], null])
    library.state.trips = 0
    await seen('?deed=event')
    expect(library.state.trips).toBe(2)
  })

  it.each(['?staff=x', '?deed=murder', '?from=2026-02-30', '?before=1', '?branch=-1', `?staff=${'9'.repeat(30)}`])(
    'refuses %s',
    async (query) => {
      await library.signIn('director')
      expect((await library.call('GET', `/api/audit${query}`)).status).toBe(400)
    },
  )
})
