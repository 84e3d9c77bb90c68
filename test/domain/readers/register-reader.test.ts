import { describe, expect, it } from 'vitest'
import { cardNumber, isCard } from '../../../worker/domain/identifiers.ts'
import { likelyDuplicates } from '../../../worker/domain/readers/likely-duplicates.ts'
import { mergeReaders } from '../../../worker/domain/readers/merge-readers.ts'
import { nameKey, nameStart } from '../../../worker/domain/readers/name-key.ts'
import { reRegisterReader } from '../../../worker/domain/readers/re-register-reader.ts'
import type { ReaderRecord } from '../../../worker/domain/readers/reader-record.ts'
import { type RegistrationFacts, type RegistrationRequest, registerReader } from '../../../worker/domain/readers/register-reader.ts'
import { replaceCard } from '../../../worker/domain/readers/replace-card.ts'

const TODAY = '2026-11-23'
const rules = { guarantorUnderAge: 16, cardDays: 365 }
const facts: RegistrationFacts = {
  rules,
  consentVersion: 2,
  lastCard: cardNumber(41),
  cardIsTaken: false,
  branchIsOpen: true,
  namesakes: [],
}
const person: RegistrationRequest = {
  name: '  Ахметова   Сәуле ',
  category: 'adult',
  birthYear: 1990,
  phone: null,
  email: null,
  language: 'kk',
  guarantor: null,
  guarantorPhone: null,
  consent: 2,
  confirm: [],
}
const known = { card: cardNumber(7), name: 'Ахметова Сауле', birthYear: 1990, branchId: 2, cardExpiresOn: '2027-01-01' }

describe('registering a reader', () => {
  it('gives the next card number, with its check digit, for a year', () => {
    const made = registerReader(facts, person, TODAY)
    expect(made).toMatchObject({ name: 'Ахметова Сәуле', card: cardNumber(42), cardExpiresOn: '2027-11-23', consentVersion: 2 })
    expect('card' in made && isCard(made.card)).toBe(true)
  })

  it.each<[Partial<RegistrationRequest>, Partial<RegistrationFacts>, string]>([
    [{ name: ' . ' }, {}, 'name-is-missing'],
    [{ birthYear: 2030 }, {}, 'birth-year-is-wrong'],
    [{ birthYear: 190 }, {}, 'birth-year-is-wrong'],
    [{ birthYear: 2015, category: 'child' }, {}, 'guarantor-is-missing'],
    [{ birthYear: 2011 }, {}, 'guarantor-is-missing'],
    [{ consent: undefined }, {}, 'consent-is-missing'],
    [{ consent: 1 }, {}, 'consent-text-has-changed'],
    [{ card: cardNumber(9).replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)) }, {}, 'card-number-is-wrong'],
    [{ card: cardNumber(9) }, { cardIsTaken: true }, 'card-is-taken'],
    [{}, { branchIsOpen: false }, 'branch-not-found'],
    [{}, { namesakes: [known] }, 'reader-may-be-known'],
  ])('refuses %j with %j: %s', (wrong, other, slug) => {
    expect(registerReader({ ...facts, ...other }, { ...person, ...wrong }, TODAY)).toMatchObject({ refusals: [slug] })
  })

  it('asks nobody to answer for a reader of sixteen', () => {
    expect(registerReader(facts, { ...person, birthYear: 2010 }, TODAY)).toMatchObject({ consentByGuarantor: false })
  })

  it('registers a namesake once somebody has looked', () => {
    expect(registerReader({ ...facts, namesakes: [known] }, { ...person, confirm: ['reader-may-be-known'] }, TODAY)).toMatchObject({
      name: 'Ахметова Сәуле',
    })
  })
})

describe('who may be the same person', () => {
  it.each([
    ['Ахметова Сәуле', 1990, true],
    ['Ахметова Саулe'.replace('e', 'е'), null, true],
    ['АХМЕТОВА САУЛЕ', 1990, true],
    ['Ахметова Сауле', 1991, false],
    ['Ахметова Салтанат', 1990, false],
  ])('%s, born %s: %s', (name, birthYear, same) => {
    expect(likelyDuplicates({ name, birthYear }, [known])).toHaveLength(same ? 1 : 0)
  })

  it('looks among those of one surname and initial', () => {
    expect(nameStart('Әлімқұлов  Нұрлан Ерланұлы')).toBe('алимкулов н')
    expect(nameKey('ҒАЛЫМЖАН')).toBe(nameKey('Галымжан'))
  })
})

const record: ReaderRecord = {
  id: 1,
  card: cardNumber(1),
  name: 'Оспанов Марат',
  category: 'adult',
  birthYear: 1980,
  phone: null,
  email: null,
  language: 'kk',
  guarantor: null,
  guarantorPhone: null,
  branchId: 1,
  cardExpiresOn: '2026-10-01',
  registeredOn: '2024-01-10',
  keepsHistory: false,
  registeredFor: 2025,
  consentVersion: 2,
  changes: 0,
}

describe('registering anew for the year', () => {
  const again = (reader: Partial<ReaderRecord>, consent?: number) =>
    reRegisterReader({ reader: { ...record, ...reader }, rules, consentVersion: 2, branchIsOpen: true }, consent, TODAY)

  it('keeps the card, counts once, and lasts a year', () => {
    expect(again({})).toMatchObject({ year: 2026, cardExpiresOn: '2027-11-23', counts: true, consentVersion: undefined })
  })

  it('refuses a second time in one year while the card is good', () => {
    expect(again({ registeredFor: 2026, cardExpiresOn: TODAY })).toMatchObject({ refusals: ['reader-is-registered-this-year'] })
    expect(again({ registeredFor: 2026, cardExpiresOn: '2026-11-22' })).toMatchObject({ counts: false })
  })

  it('asks for a consent only where the text is another', () => {
    expect(again({ consentVersion: 1 })).toMatchObject({ refusals: ['consent-is-missing'] })
    expect(again({ consentVersion: 1 }, 2)).toMatchObject({ consentVersion: 2 })
  })

  it('asks who answers for a child that was registered without', () => {
    expect(again({ birthYear: 2016 })).toMatchObject({ refusals: ['guarantor-is-missing'] })
  })
})

describe('two forms of one person', () => {
  it('become one that knows what either knew and is good as long as either was', () => {
    const gone = { ...record, id: 2, card: cardNumber(2), phone: '+7 701', cardExpiresOn: '2027-05-05' }
    expect(mergeReaders({ kept: { ...record, email: 'a@b.kz' }, gone, sharedHolds: 0 })).toMatchObject({
      kept: { id: 1, email: 'a@b.kz', phone: '+7 701', cardExpiresOn: '2027-05-05' },
      gone: { id: 2 },
    })
  })

  it('stay two where they are one already, or wait for one title', () => {
    expect(mergeReaders({ kept: record, gone: record, sharedHolds: 0 })).toMatchObject({ refusals: ['same-reader-twice'] })
    expect(mergeReaders({ kept: record, gone: { ...record, id: 2 }, sharedHolds: 1 })).toMatchObject({
      refusals: ['both-wait-for-a-title'],
    })
    expect(mergeReaders({ kept: record, gone: undefined, sharedHolds: 0 })).toMatchObject({ refusals: ['reader-not-found'] })
  })
})

describe('a lost card', () => {
  it('is replaced by one with another number', () => {
    expect(replaceCard({ reader: record, lastCard: cardNumber(99), cardIsTaken: false }, undefined)).toMatchObject({
      card: cardNumber(100),
    })
    expect(replaceCard({ reader: record, lastCard: null, cardIsTaken: true }, cardNumber(1))).toMatchObject({ refusals: ['card-is-taken'] })
  })
})
