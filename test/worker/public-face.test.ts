import { beforeEach, describe, expect, it } from 'vitest'
import { sortHeadings } from '../../worker/jobs/sort-headings.ts'
import { type Library, openLibrary } from '../support/in-workerd.ts'

let library: Library
beforeEach(async () => {
  library = await openLibrary()
})

const get = async (path: string) => (await library.call('GET', path)).json() as Promise<Record<string, unknown>>
const shown = {
  titleKk: 'Абайды бірге оқимыз',
  titleRu: 'Читаем Абая вместе',
  titleEn: 'Reading Abai together',
  branchId: 1,
  from: '2026-11-01',
  to: '2026-11-30',
}

describe('exhibitions', () => {
  it('are announced by the branch, read by everybody, changed, and gone when they are over', async () => {
    await library.signIn('aigerim')
    expect((await library.call('POST', '/api/exhibitions', shown)).status).toBe(201)
    library.signOut()
    const { exhibitions } = (await get('/api/exhibitions')) as { exhibitions: { id: number; titleKk: string }[] }
    expect(exhibitions).toMatchObject([{ titleKk: shown.titleKk, branchId: 1 }])
    await library.signIn('aigerim')
    const id = exhibitions[0]?.id
    expect((await library.call('PUT', `/api/exhibitions/${id}`, { ...shown, to: '2026-11-25' })).status).toBe(201)
    expect(await get('/api/exhibitions')).toMatchObject({ exhibitions: [{ to: '2026-11-25' }] })
    library.state.now = new Date('2026-11-25T19:30:00Z')
    await library.signIn('aigerim')
    expect(await get('/api/exhibitions')).toEqual({ exhibitions: [] })
  })

  it('of another branch and of all branches are not hers', async () => {
    await library.signIn('aigerim')
    expect((await library.call('POST', '/api/exhibitions', { ...shown, branchId: 2 })).status).toBe(403)
    expect((await library.call('POST', '/api/exhibitions', { ...shown, branchId: null })).status).toBe(403)
    await library.signIn('director')
    await library.call('POST', '/api/exhibitions', { ...shown, branchId: null })
    await library.signIn('aigerim')
    expect((await library.call('PUT', '/api/exhibitions/1', shown)).status).toBe(403)
    expect((await library.call('DELETE', '/api/exhibitions/1', {})).status).toBe(403)
    expect((await library.call('DELETE', '/api/exhibitions/99', {})).status).toBe(404)
    await library.signIn('director')
    expect((await library.call('DELETE', '/api/exhibitions/1', {})).status).toBe(201)
    expect(await get('/api/exhibitions')).toEqual({ exhibitions: [] })
  })

  it('that end before they begin, or have no title, are not taken', async () => {
    await library.signIn('director')
    for (const wrong of [{ to: '2026-10-01' }, { titleKk: ' ' }, { from: 'soon' }, { branchId: 0 }])
      expect((await library.call('POST', '/api/exhibitions', { ...shown, ...wrong })).status).toBe(400)
  })
})

describe('opening hours', () => {
  it('say the week, the days ahead and why some differ, in one trip, to everybody', async () => {
    await library.client.execute(
      `INSERT INTO calendar_exceptions (branch_id, from_on, to_on, hours, reason, made_at) VALUES (2, '2026-11-24', '2026-11-26', '[]', 'Жөндеу', '')`,
    )
    const { branches } = (await get('/api/opening-hours')) as {
      branches: { branch: number; days: { day: string; hours: object[] }[]; special: object[] }[]
    }
    expect(library.state.trips).toBe(1)
    expect(branches.map(({ branch }) => branch)).toEqual([1, 2])
    const [here, there] = branches
    expect(here?.days[0]).toEqual({ day: '2026-11-23', hours: [{ opens: '10:00', closes: '19:00' }] })
    expect(there?.days.slice(1, 4).map(({ hours }) => hours.length)).toEqual([0, 0, 0])
    expect(there?.special).toMatchObject([{ reason: 'Жөндеу' }])
    expect(here?.special).toEqual([])
  })
})

describe('browsing', () => {
  const names = ['Әуезов, Мұхтар', 'Абай', 'Ғабдуллин, Мәлік', 'Ирандоуст', 'Іздібаев', 'Ыбырай', 'Authority Only', '«»', 'Gorky, Maxim']
  beforeEach(async () => {
    await library.client.batch(
      [
        ...names.map((label, index) => ({
          sql: "INSERT INTO headings (id, kind, form, label) VALUES (?, 'author', 'person', ?)",
          args: [index + 1, label],
        })),
        "INSERT INTO record_headings SELECT 1, id, id FROM headings WHERE label <> 'Authority Only'",
        'INSERT INTO record_headings VALUES (2, 1, 2)',
      ],
      'write',
    )
    expect(await sortHeadings(library.client)).toBe(names.length)
    library.state.trips = 0
  })
  const labels = async (query: string) =>
    ((await get(`/api/headings?${query}`)) as { headings: { label: string }[] }).headings.map(({ label }) => label)

  it('goes by the Kazakh alphabet, Latin after it, and passes over names without titles', async () => {
    expect(await labels('kind=author')).toEqual([
      'Абай',
      'Әуезов, Мұхтар',
      'Ғабдуллин, Мәлік',
      'Ирандоуст',
      'Ыбырай',
      'Іздібаев',
      'Gorky, Maxim',
      '«»',
    ])
    expect(library.state.trips).toBe(1)
    const { headings } = (await get('/api/headings?kind=author')) as { headings: object[] }
    expect(headings.slice(0, 2)).toMatchObject([{ titles: 2 }, { titles: 1 }])
  })

  it('begins at a letter, and turns pages without losing or repeating a name', async () => {
    expect((await labels(`kind=author&from=${encodeURIComponent('Ы')}`))[0]).toBe('Ыбырай')
    const many = Array.from({ length: 150 }, (_, index) => [100 + index, `Автор ${index}`])
    await library.client.batch(
      [
        {
          sql: "INSERT INTO headings (id, kind, form, label) SELECT value ->> 0, 'author', 'person', value ->> 1 FROM json_each(?)",
          args: [JSON.stringify(many)],
        },
        'INSERT INTO record_headings SELECT 2, id, id FROM headings WHERE id >= 100',
      ],
      'write',
    )
    await sortHeadings(library.client)
    const seen: string[] = []
    for (let next: string | null = ''; next !== null; ) {
      const page = (await get(`/api/headings?kind=author${next ? `&after=${encodeURIComponent(next)}` : ''}`)) as {
        headings: { label: string }[]
        next: string | null
      }
      seen.push(...page.headings.map(({ label }) => label))
      next = page.next
    }
    expect(seen).toHaveLength(158)
    expect(new Set(seen).size).toBe(158)
  })

  it('is bounded and polite', async () => {
    for (const query of ['', 'kind=title', 'kind=author&after=x', `kind=author&from=${'я'.repeat(101)}`])
      expect((await library.call('GET', `/api/headings?${query}`)).status, query).toBe(400)
    expect(await labels('kind=subject')).toEqual([])
  })
})
