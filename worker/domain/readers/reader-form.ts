import { addDays, type Day } from '../calendar.ts'
import { type Refusal, type RefusalSlug, refusalOf, refuse } from '../refusal.ts'

export const READER_CATEGORIES = ['adult', 'student', 'child', 'pensioner'] as const

/** What the library knows about a reader: as little as it can lend with. */
export interface Person {
  name: string
  category: string
  birthYear: number | null
  phone: string | null
  email: string | null
  language: 'kk' | 'ru'
  /** Who answers for a child. */
  guarantor: string | null
  guarantorPhone: string | null
}

export interface ReaderRules {
  /** Younger ones have somebody who answers for them. */
  guarantorUnderAge: number
  /** So long is a card good after it was registered anew. */
  cardDays: number
}

const HIGHEST_AGE = 120

/** What is wrong with a form; nothing when it is right. */
export function againstForm(person: Person, rules: ReaderRules, today: Day): Refusal | undefined {
  const year = Number(today.slice(0, 4))
  const age = person.birthYear === null ? undefined : year - person.birthYear
  return refusalOf([
    [!/\p{L}/u.test(person.name), 'name-is-missing'],
    [age === undefined || age < 0 || age > HIGHEST_AGE, 'birth-year-is-wrong'],
    [age !== undefined && age >= 0 && age < rules.guarantorUnderAge && !person.guarantor, 'guarantor-is-missing'],
  ] satisfies [boolean, RefusalSlug][])
}

export const cardExpiry = (today: Day, { cardDays }: ReaderRules): Day => addDays(today, cardDays)

export const needsGuarantor = (birthYear: number, { guarantorUnderAge }: ReaderRules, today: Day) =>
  Number(today.slice(0, 4)) - birthYear < guarantorUnderAge

/** A reader agrees to the text as it reads today, or not at all. */
export function againstConsent(given: number | undefined, current: number): Refusal | undefined {
  if (given === undefined) return refuse('consent-is-missing')
  return given === current ? undefined : refuse('consent-text-has-changed')
}
