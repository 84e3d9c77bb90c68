import { describe, expect, it } from 'vitest'
import { en } from '../../web/src/i18n/en.ts'
import { kk } from '../../web/src/i18n/kk.ts'
import { ru } from '../../web/src/i18n/ru.ts'
import type { RefusalSlug } from '../../web/src/refusal-slug.ts'
import { REFUSAL_STATUS } from '../../worker/domain/refusal.ts'

const SLUGS = [...Object.keys(REFUSAL_STATUS), 'no-connection'] as RefusalSlug[]

describe.each(Object.entries({ kk, ru, en }))('every refusal in %s', (_, { refusals, nextSteps }) => {
  it('says why, and what to do next in another sentence', () => {
    for (const slug of SLUGS) {
      expect(refusals[slug], slug).toMatch(/^\p{Lu}.{5,}[^.!]$/u)
      expect(nextSteps[slug], slug).toMatch(/^\p{Lu}.{8,}[.!?]$/u)
      expect(nextSteps[slug]).not.toContain(refusals[slug])
    }
  })

  it('is told from every other', () => {
    expect(new Set(SLUGS.map((slug) => refusals[slug])).size).toBe(SLUGS.length)
  })
})

it('the steps are translated and not copied', () => {
  for (const slug of SLUGS) expect(new Set([kk, ru, en].map(({ nextSteps }) => nextSteps[slug])).size, slug).toBe(3)
})

it('the steps speak to whoever is to take them', () => {
  const deaf = (steps: Record<RefusalSlug, string>, spoken: RegExp) => SLUGS.filter((slug) => !spoken.test(steps[slug]))
  expect(deaf(kk.nextSteps, /ң[ыі]з(?!\p{L})/u)).toEqual([])
  expect(deaf(ru.nextSteps, /(те|тесь)(?!\p{L})/u)).toEqual([])
})
