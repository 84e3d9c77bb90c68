import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findCompletions, recordCompletions } from '../../../db/catalogue/suggestions.ts'
import { ask } from '../../../db/client.ts'
import { seedLibrary } from '../../../db/seed/seed.ts'
import { beginningHash, type Completion } from '../../../worker/domain/catalogue/suggest/completions.ts'
import { openInNode } from '../../support/in-node.ts'

const TODAY = '2026-03-11'
let library: Awaited<ReturnType<typeof openInNode>>
beforeAll(async () => {
  library = await openInNode(() => new Date(`${TODAY}T06:00:00Z`))
  await seedLibrary(library.client, { today: TODAY, passwordHash: 'nobody signs in' })
}, 300_000)
afterAll(() => library.close())

async function suggest(q: string) {
  const response = await library.send(`/api/suggestions?${new URLSearchParams({ q })}`)
  const { suggestions } = (await response.json()) as { suggestions: { kind: string; text: string }[] }
  const rows = Number(/rows;desc=(\d+)/.exec(response.headers.get('server-timing') ?? '')?.[1])
  return { texts: suggestions.map(({ text }) => text), rows }
}

describe('what is suggested', () => {
  it('of a long beginning that many records share is read where it is kept, whatever keyboard it was typed on', async () => {
    const sought = await suggest('қазақ')
    expect(sought.texts.length).toBeGreaterThan(0)
    const kept: Completion = [1, 1, 'Қазақ — сақталған кітап']
    await library.client.batch(
      recordCompletions(new Map([[beginningHash('kazak'), { titles: [kept], authors: [], subjects: [] }]])),
      'write',
    )
    for (const typed of ['қазақ', 'казак', 'qazaq', 'rfpfr']) expect((await suggest(typed)).texts, typed).toEqual([kept[2]])
    expect((await suggest('қазақ')).rows).toBeLessThan(6)
    expect((await suggest('қаза')).texts).toEqual((await suggest('каза')).texts)
    expect((await suggest('қаза')).texts).not.toContain(kept[2])
  })

  it('of a short beginning is kept from the first letter on', async () => {
    const known = await ask(library.client, findCompletions(['k', 'ka', 'kaz'].map(beginningHash)))
    expect(known.size).toBe(3)
    for (const typed of ['қ', 'қа', 'қаз', 'ист', 'сти']) {
      const { texts, rows } = await suggest(typed)
      expect(texts.length, typed).toBeGreaterThan(0)
      expect(rows, typed).toBeLessThan(10)
    }
  })

  it('after whole words and a letter or two first begins as was typed, whatever is wanted more', async () => {
    for (const [typed, title] of [
      ['the n', 'The Nomads'],
      ['god b', 'God bless our little nest'],
      ['god ', 'God bless our little nest'],
      ['қан м', 'Қан мен тер'],
    ] as const) {
      const { texts, rows } = await suggest(typed)
      expect(texts, typed).toContain(title)
      expect(new Set(texts).size, typed).toBe(texts.length)
      expect(rows, typed).toBeLessThan(25)
    }
  })
})
