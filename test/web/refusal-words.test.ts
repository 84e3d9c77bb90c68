import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { en as accountEn } from '../../web/src/account/words/en.ts'
import { kk as accountKk } from '../../web/src/account/words/kk.ts'
import { ru as accountRu } from '../../web/src/account/words/ru.ts'
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

/** With what a step begins in English; Kazakh and Russian tell it by the ending. */
const VERBS =
  'ask bring cancel check choose come confirm do enter fill find go lend let lift look make offer open pass pay press put read refresh register reload remove renew replace return scan see send set sign speak take tell try type untick upload use wait write begin'
const FIRST_WORDS = new Set(VERBS.split(' '))
const asksInEnglish = (text: string) =>
  text
    .split(/[.,:;]\s+|\b(?:then|and|or|now|please|first)\s+/i)
    .some((clause) => FIRST_WORDS.has(clause.split(/\W/)[0]?.toLowerCase() ?? ''))
const ASKS = {
  kk: (text: string) => /ң[ыі]з(?!\p{L})/u.test(text),
  ru: (text: string) => /(те|тесь)(?!\p{L})/u.test(text),
  en: asksInEnglish,
}

describe.each(['kk', 'ru', 'en'] as const)('what a refusal says to do next in %s', (language) => {
  it('is said to whoever is to take the step', () => {
    const { nextSteps } = { kk, ru, en }[language]
    expect(SLUGS.filter((slug) => !ASKS[language](nextSteps[slug]))).toEqual([])
  })

  it('is for readers, on their own page, something that a reader can do', () => {
    const t = { kk, ru, en }[language]
    const { refusals } = { kk: accountKk, ru: accountRu, en: accountEn }[language]
    const own: Partial<Record<RefusalSlug, string>> = refusals
    const said = MET_BY_READERS.map((slug) => own[slug] ?? `${t.refusals[slug]}. ${t.nextSteps[slug]}`)
    expect(said.filter((text) => DESK.test(text) || !ASKS[language](text))).toEqual([])
  })
})

/** Where it is decided what readers may do by themselves. */
const DECIDED_IN = [
  'routes/account.ts',
  'routes/account-holds.ts',
  'domain/circulation/renew.ts',
  'domain/circulation/blocks.ts',
  'domain/circulation/holds/place-hold.ts',
  'domain/circulation/holds/change-hold.ts',
  'domain/circulation/holds/cancel-hold.ts',
  'domain/readers/change-reader.ts',
  'domain/readers/choose-pin.ts',
].map((path) => readFileSync(new URL(`../../worker/${path}`, import.meta.url), 'utf8'))
/** Decided with those, in files that decide for the desk as well. */
const BESIDES: RefusalSlug[] = [
  'reader-is-too-young',
  'reader-just-changed',
  'copy-just-changed',
  'idempotency-key-reused',
  'consent-text-has-changed',
  'too-many-attempts',
]
const MET_BY_READERS = SLUGS.filter((slug) => BESIDES.includes(slug) || DECIDED_IN.some((text) => text.includes(`'${slug}'`)))
/** Keys, scanners, forms and other people's readers are the desk's. */
const DESK = /F\d|scan|скан|сканер|формуляр|the reader|оқырманға|читателю|lend /i
