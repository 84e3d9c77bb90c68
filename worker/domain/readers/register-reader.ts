import type { Day } from '../calendar.ts'
import { cardNumber, cardSerial, isCard } from '../identifiers.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { type KnownReader, likelyDuplicates } from './likely-duplicates.ts'
import { tidyName } from './name-key.ts'
import { againstConsent, againstForm, cardExpiry, needsGuarantor, type Person, type ReaderRules } from './reader-form.ts'

export interface RegistrationFacts {
  rules: ReaderRules
  consentVersion: number
  /** The highest card given out; null when there is none. */
  lastCard: string | null
  /** The card asked for belongs, or belonged, to somebody. */
  cardIsTaken: boolean
  branchIsOpen: boolean
  /** Readers whose names begin alike. */
  namesakes: readonly KnownReader[]
}

export interface RegistrationRequest extends Person {
  /** Printed beforehand; otherwise the next number is given. */
  card?: string | undefined
  consent?: number | undefined
  confirm: readonly string[]
}

export interface NewReader extends Person {
  card: string
  cardExpiresOn: Day
  consentVersion: number
  consentByGuarantor: boolean
}

/** A new reader's form, unless the person seems to have one already. */
export function registerReader(facts: RegistrationFacts, request: RegistrationRequest, today: Day): NewReader | Refusal {
  const { card: printed, consent, confirm, ...form } = request
  const person = { ...form, name: tidyName(form.name) }
  const wrong = againstForm(person, facts.rules, today) ?? againstConsent(consent, facts.consentVersion)
  if (wrong) return wrong
  if (!facts.branchIsOpen) return refuse('branch-not-found')
  if (printed !== undefined && !isCard(printed)) return refuse('card-number-is-wrong')
  if (facts.cardIsTaken) return refuse('card-is-taken')
  if (likelyDuplicates(person, facts.namesakes).length > 0 && !confirm.includes('reader-may-be-known')) return refuse('reader-may-be-known')
  return {
    ...person,
    card: printed ?? nextCard(facts.lastCard),
    cardExpiresOn: cardExpiry(today, facts.rules),
    consentVersion: facts.consentVersion,
    consentByGuarantor: person.birthYear !== null && needsGuarantor(person.birthYear, facts.rules, today),
  }
}

export const nextCard = (last: string | null) => cardNumber(last === null ? 1 : cardSerial(last) + 1)
