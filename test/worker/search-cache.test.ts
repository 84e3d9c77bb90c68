import { beforeEach, describe, expect, it } from 'vitest'
import { seededRandom } from '../../db/seed/random.ts'
import { forgetLastKnown } from '../../worker/cache/last-known.ts'
import { forgetEverything, searchCacheOf, touchCatalogue } from '../../worker/cache/search-cache.ts'
import type { SearchAnswer } from '../../worker/domain/catalogue/search-answer.ts'
import { moveInIndex } from '../../worker/jobs/rebuild-index.ts'
import { takeIn } from '../../worker/jobs/take-in.ts'
import { type Library, MONDAY_MORNING, openLibrary } from '../support/in-workerd.ts'

let library: Library

let written = 0
const book = (title: string, number: number, copies = 1) => ({
  incoming: {
    agency: 'test',
    controlNumber: String(number),
    copies: Array.from({ length: copies }, (_, copy) => ({ barcode: `B${number}-${copy}` })),
    description: {
      kind: 'book' as const,
      title,
      author: 'Есенберлин, Ілияс',
      language: 'kaz',
      year: 1976,
      contributors: [],
      languages: ['kaz'],
      parallelTitles: [],
      series: [],
      isbns: [],
      issns: [],
      subjects: [],
      keywords: [],
      classes: [],
      notes: [],
    },
  },
  bytes: new TextEncoder().encode(`${number} ${title} ${written++}`),
  format: 'test',
  encoding: 'utf-8',
  dialect: 'test',
})

const take = (...books: ReturnType<typeof book>[]) => takeIn(library.client, books, { now: MONDAY_MORNING, defaultBranchId: 1 })

beforeEach(async () => {
  library = await openLibrary()
  await take(book('Көшпенділер', 1), book('Алтын Орда', 2))
  await library.client.execute("UPDATE readers SET card_expires_on = '9999-12-31'")
})

const timingOf = (response: Response) =>
  Object.fromEntries((response.headers.get('server-timing') ?? '').split(', ').map((part) => part.split(';desc=')))

async function find(q: string, more: Record<string, string> = {}) {
  const response = await library.call('GET', `/api/catalogue?${new URLSearchParams({ q, ...more })}`)
  const answer: SearchAnswer = await response.json()
  await library.settle()
  const { cache, trips, rows, from } = timingOf(response)
  return {
    ...answer,
    status: response.status,
    titles: answer.hits?.map(({ title }) => title),
    cache,
    from,
    trips: Number(trips),
    rows: Number(rows),
  }
}

const later = (seconds: number) => {
  library.state.now = new Date(library.state.now.getTime() + seconds * 1_000)
}
/** Two searches, half a minute apart: behind the first it is told what was searched for, behind the second it is kept. */
const errandsAreRun = async () => {
  for (const q of ['бірінші', 'екінші']) {
    later(21)
    await find(q)
  }
}
const cut = () => {
  library.state.send = () => Promise.reject(new Error('line cut'))
}
const KV_DOWN = { get: () => Promise.reject(new Error('KV is down')), put: () => Promise.reject(new Error('KV is down')) }

/** A KV of this test alone, which counts. */
function countedKv() {
  const values = new Map<string, string>()
  const counted = { gets: 0, puts: 0, values, refuses: false }
  const kv = {
    get: async (name: string) => {
      counted.gets += 1
      return JSON.parse(values.get(name) ?? 'null')
    },
    put: async (name: string, value: string) => {
      if (counted.refuses) throw new Error('KV PUT failed: 429 Too Many Requests')
      counted.puts += 1
      values.set(name, value)
    },
  }
  library.bindings.CACHE = kv as unknown as KVNamespace
  return counted
}

describe('an answer that is kept', () => {
  it('costs no trip while it is young, however the question is typed', async () => {
    expect(await find('көшпенділер')).toMatchObject({ cache: 'miss', trips: 1 })
    expect(await find('  КӨШПЕНДІЛЕР ')).toMatchObject({ cache: 'hit', trips: 0, rows: 0, titles: ['Көшпенділер'] })
  })

  it('is checked with one small read when it is older, and is right about the shelf', async () => {
    const first = await find('көшпенділер')
    later(51)
    await library.client.execute("UPDATE copies SET on_site_only = 1 WHERE barcode = 'B1-0'")
    const checked = await find('көшпенділер')
    expect(checked).toMatchObject({ cache: 'hit', trips: 1, titles: ['Көшпенділер'], hits: [{ copies: { total: 1, available: 0 } }] })
    expect(checked.rows).toBeLessThan(first.rows)
    expect(await find('көшпенділер')).toMatchObject({ cache: 'hit', trips: 0 })
  })

  it('is not what another library keeps of the same question', async () => {
    await find('көшпенділер')
    const other = await openLibrary()
    const response = await other.call('GET', `/api/catalogue?${new URLSearchParams({ q: 'көшпенділер' })}`)
    expect(timingOf(response).cache).toBe('miss')
  })

  it('finds a new book in the next search, in one trip, when it came in through this isolate', async () => {
    await find('есенберлин')
    await take(book('Қаһар', 3))
    touchCatalogue()
    expect(await find('есенберлин')).toMatchObject({ cache: 'miss', trips: 1, total: 3 })
  })

  it('shows a change made elsewhere within a minute', async () => {
    await find('есенберлин')
    await take(book('Қаһар', 3))
    later(51)
    expect(await find('есенберлин')).toMatchObject({ cache: 'miss', total: 3 })
    await library.client.execute("UPDATE records SET title = 'Алтын Орда. Роман' WHERE title = 'Алтын Орда'")
    later(51)
    expect((await find('есенберлин')).titles).toContain('Алтын Орда. Роман')
  })

  it('outlives changes that do not concern it', async () => {
    await find('көшпенділер')
    await take(book('Қаһар', 3))
    later(51)
    expect(await find('көшпенділер')).toMatchObject({ cache: 'hit', trips: 1 })
    expect(await find('көшпенділер')).toMatchObject({ cache: 'hit', trips: 0 })
  })

  it('does not outlive an import', async () => {
    await find('көшпенділер')
    await take(...Array.from({ length: 51 }, (_, number) => book(`Жаңа кітап ${number}`, 100 + number)))
    later(51)
    expect(await find('көшпенділер')).toMatchObject({ cache: 'miss' })
  })

  it('outlives the night, in which records only change places', async () => {
    await find('есенберлин')
    const ids = (await find('есенберлин')).hits.map(({ id }) => id)
    await moveInIndex(library.client, ids, library.state.now)
    later(51)
    expect(await find('есенберлин')).toMatchObject({ cache: 'hit', total: 2 })
  })

  it('is short-lived when it is empty', async () => {
    expect(await find('жоқкітап', { exact: '1' })).toMatchObject({ cache: 'miss', total: 0 })
    expect(await find('жоқкітап', { exact: '1' })).toMatchObject({ cache: 'hit', trips: 0 })
    later(51)
    expect(await find('жоқкітап', { exact: '1' })).toMatchObject({ cache: 'miss' })
  })
})

describe('a copy lent at this desk', () => {
  beforeEach(() => library.signIn('aigerim'))
  const lend = (copy: string) => library.call('POST', '/api/loans', { reader: 'R1', copy })

  it('is gone from every answer at once', async () => {
    expect((await find('көшпенділер')).hits[0]?.copies).toEqual({ total: 1, available: 1 })
    expect(await find('есенберлин', { available: '1' })).toMatchObject({ total: 2 })
    expect((await lend('B1-0')).status).toBe(201)
    expect((await find('көшпенділер')).hits[0]?.copies).toEqual({ total: 1, available: 0 })
    expect((await find('есенберлин')).hits.map(({ copies }) => copies.available).sort()).toEqual([0, 1])
    expect(await find('есенберлин', { available: '1' })).toMatchObject({ cache: 'miss', titles: ['Алтын Орда'] })
  })

  it('is no reason to search for something else', async () => {
    expect((await lend('B1-0')).status).toBe(201)
    const { total, corrected, trips } = await find('көшпенділер есенберлин', { available: '1' })
    expect({ total, corrected, trips }).toEqual({ total: 0, corrected: undefined, trips: 1 })
  })

  it('is not believed to be there by a search that was under way meanwhile', async () => {
    const { send } = library.state
    let letGo = (): void => undefined
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    library.state.send = async (request) => {
      const response = await send(request)
      await held
      return response
    }
    const underWay = find('көшпенділер')
    while (library.state.trips === 0) await Promise.resolve()
    library.state.send = send
    expect((await lend('B1-0')).status).toBe(201)
    letGo()
    await underWay
    expect((await find('көшпенділер')).hits[0]?.copies).toEqual({ total: 1, available: 0 })
  })
})

describe('a copy that comes to another branch', () => {
  const inBranch = (branch: number) => find('', { branch: String(branch) })

  it('is found there by the next search, and no more where it was', async () => {
    await library.signIn('director')
    expect([(await inBranch(1)).titles, (await inBranch(2)).titles]).toEqual([expect.arrayContaining(['Көшпенділер']), []])
    const moved = { branch: 2, lines: [{ key: crypto.randomUUID(), copy: 'B1-0' }] }
    expect(await (await library.call('POST', '/api/relocations', moved)).json()).toMatchObject({ lines: [{ status: 201 }] })
    expect(await inBranch(2)).toMatchObject({ titles: ['Көшпенділер'], facets: { branch: [{ value: '2', count: 1 }] } })
    expect((await inBranch(1)).titles).toEqual(['Алтын Орда'])
    expect(await inBranch(2)).toMatchObject({ cache: 'hit', trips: 0 })
  })

  it('may come and go before anybody searches', async () => {
    await library.signIn('director')
    for (const branch of [2, 1, 2]) {
      const moved = { branch, lines: [{ key: crypto.randomUUID(), copy: 'B1-0' }] }
      expect(await (await library.call('POST', '/api/relocations', moved)).json()).toMatchObject({ lines: [{ status: 201 }] })
    }
    expect((await inBranch(2)).titles).toEqual(['Көшпенділер'])
  })

  it('is found there a minute later by what knew nothing of it', async () => {
    await inBranch(2)
    await library.client.execute("UPDATE copies SET branch_id = 2 WHERE barcode = 'B1-0'")
    later(51)
    expect((await inBranch(2)).titles).toEqual(['Көшпенділер'])
  })
})

describe('when many ask the same at once', () => {
  it('one search answers them all', async () => {
    // Behind this one is written what was counted before.
    later(600)
    await find('алдымен')
    library.state.trips = 0
    const answers = await Promise.all(Array.from({ length: 20 }, () => find('көшпенділер')))
    expect(library.state.trips).toBe(1)
    expect(answers.filter(({ cache }) => cache === 'miss')).toHaveLength(1)
    expect(new Set(answers.map(({ titles }) => titles.join()))).toEqual(new Set(['Көшпенділер']))
  })
})

describe('KV', () => {
  it('keeps what was asked twice, and nothing that was asked once, finds nothing or is filtered by the shelf', async () => {
    const kv = countedKv()
    for (const q of ['көшпенділер', 'алтын', 'алтын', 'жоқкітап', 'жоқкітап']) await find(q, { exact: '1' })
    await find('есенберлин', { available: '1' })
    await find('есенберлин', { available: '1' })
    await errandsAreRun()
    expect(kv.puts).toBe(1)
    expect([...kv.values.values()].join()).toContain('Алтын Орда')
  })

  it('is asked to keep no more than the day allows, by all isolates together', async () => {
    const kv = countedKv()
    await library.client.execute("INSERT INTO answers_kept VALUES ('2026-11-23', 1000)")
    for (const q of ['алтын', 'алтын', 'орда', 'орда']) await find(q)
    await errandsAreRun()
    expect(kv.puts).toBe(0)
  })

  it('answers an isolate that has just started, once the shelves are read', async () => {
    const kv = countedKv()
    for (const q of ['көшпенділер', 'көшпенділер']) await find(q)
    await errandsAreRun()
    expect(kv.puts).toBe(1)
    forgetEverything()
    expect(await find('көшпенділер')).toMatchObject({ cache: 'hit', from: 'kv', trips: 1, titles: ['Көшпенділер'] })
  })

  it.each([
    ['down', KV_DOWN],
    ['slow', { get: () => new Promise(() => undefined), put: () => new Promise(() => undefined) }],
  ])('is not needed when it is %s', async (_, kv) => {
    library.bindings.CACHE = kv as unknown as KVNamespace
    expect(await find('көшпенділер')).toMatchObject({ status: 200, total: 1 })
    expect(await find('көшпенділер')).toMatchObject({ status: 200, cache: 'hit' })
  })

  it('is not needed when it is full', async () => {
    const kv = countedKv()
    kv.refuses = true
    for (const q of ['көшпенділер', 'көшпенділер']) expect(await find(q)).toMatchObject({ status: 200, total: 1 })
    await errandsAreRun()
    expect(await find('көшпенділер')).toMatchObject({ status: 200, total: 1 })
    expect(kv.puts).toBe(0)
  })
})

describe('what stands in KV and is no answer', () => {
  it.each([
    {},
    [],
    'text',
    5,
    true,
    { at: 1, generation: 1, answer: null },
    { at: 1, generation: 1, answer: { hits: [{ id: 1 }], total: 1 } },
  ])('is none: %j', async (garbage) => {
    library.bindings.CACHE = { get: async () => garbage, put: async () => undefined } as unknown as KVNamespace
    for (const q of ['орда', 'орда', 'жоқ']) expect(await find(q)).toMatchObject({ status: 200, titles: q === 'жоқ' ? [] : ['Алтын Орда'] })
  })
})

describe('when the database is away', () => {
  it('answers with what it said last, and says since when', async () => {
    await find('көшпенділер')
    const since = library.state.now.toISOString()
    later(3_600)
    cut()
    expect(await find('көшпенділер')).toMatchObject({ status: 200, cache: 'stale', stale: { since }, titles: ['Көшпенділер'] })
    expect(await find('көшпенділер')).toMatchObject({ cache: 'stale' })
  })

  it('answers from KV in an isolate that has just started, even a day later', async () => {
    countedKv()
    for (const q of ['көшпенділер', 'көшпенділер']) await find(q)
    await errandsAreRun()
    forgetEverything()
    later(30 * 3_600)
    cut()
    expect(await find('көшпенділер')).toMatchObject({ status: 200, cache: 'stale', from: 'kv' })
  })

  it('does not offer a copy lent here since', async () => {
    await find('көшпенділер')
    await library.signIn('aigerim')
    expect((await library.call('POST', '/api/loans', { reader: 'R1', copy: 'B1-0' })).status).toBe(201)
    cut()
    const away = await find('көшпенділер')
    expect([away.cache, away.hits[0]?.copies.available]).toEqual(['stale', 0])
  })

  it('says so when nothing is kept', async () => {
    cut()
    const response = await library.call('GET', '/api/catalogue?q=kitap')
    expect([response.status, await response.json()]).toMatchObject([503, { refused: 'database-unavailable' }])
  })

  it('is itself again when the database is', async () => {
    await find('көшпенділер')
    const { send } = library.state
    cut()
    later(60)
    for (let time = 0; time < 5; time += 1) expect(await find('көшпенділер')).toMatchObject({ cache: 'stale' })
    library.state.send = send
    later(4)
    const back = await find('көшпенділер')
    expect(back).toMatchObject({ cache: 'hit' })
    expect(back.stale).toBeUndefined()
  })
})

describe('the branches', () => {
  const branches = async () => {
    const response = await library.call('GET', '/api/branches')
    await library.settle()
    return { status: response.status, body: await response.json() }
  }

  it('are known while the database is away, in an isolate that has just started too', async () => {
    const kv = countedKv()
    const there = await branches()
    await branches()
    expect(kv.puts).toBe(1)
    cut()
    expect(await branches()).toEqual(there)
    forgetLastKnown()
    later(4)
    expect(await branches()).toEqual(there)
  })

  it('are as the database says while it is there', async () => {
    const kv = countedKv()
    await branches()
    await library.client.execute("UPDATE branches SET name_en = 'Main' WHERE id = 1")
    expect((await branches()).body).toMatchObject({
      branches: expect.arrayContaining([expect.objectContaining({ id: 1, nameEn: 'Main' })]),
    })
    expect(kv.puts).toBe(2)
  })
})

const SEED = 20_261_124

describe(`whatever cataloguers change, seed ${SEED}`, () => {
  it('a minute later what is kept is what a search finds', async () => {
    countedKv().refuses = true
    const random = seededRandom(SEED)
    const words = ['дала', 'жол', 'война', 'мир', 'steppe', 'музыка'] as const
    const title = () => Array.from({ length: random.between(1, 3) }, () => random.pick(words)).join(' ')
    const questions = [...words, 'дала жол', '"война мир"', 'мир -война', 'дала OR steppe', 'title:музыка', 'муз*', 'dala', '']
    let hits = 0
    for (let round = 0; round < 8; round += 1) {
      const changes = Array.from({ length: random.between(0, 2) }, () => book(title(), random.between(10, 25)))
      if (changes.length > 0) await take(...changes)
      later(51)
      const all = (limit: string) => Promise.all(questions.map((q) => find(q, { sort: 'title', limit })))
      const kept = [...(await all('50')), ...(await all('2'))]
      hits += kept.filter(({ cache }) => cache === 'hit').length
      const other = searchCacheOf(library.bindings.LIBSQL_URL)
      forgetEverything()
      const found = [...(await all('50')), ...(await all('2'))]
      expect(found.every(({ cache }) => cache === 'miss')).toBe(true)
      expect(kept.map(({ titles, total }) => ({ titles, total }))).toEqual(found.map(({ titles, total }) => ({ titles, total })))
      Object.assign(searchCacheOf(library.bindings.LIBSQL_URL), other)
    }
    expect(hits).toBeGreaterThan(20)
  }, 60_000)
})
