import type { Day } from '../calendar.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { againstConsent, againstForm, cardExpiry, type ReaderRules } from './reader-form.ts'
import type { ReaderRecord } from './reader-record.ts'

export interface ReRegistrationFacts {
  reader: ReaderRecord | undefined
  rules: ReaderRules
  consentVersion: number
  branchIsOpen: boolean
}

export interface ReRegistered {
  reader: ReaderRecord
  year: number
  cardExpiresOn: Day
  /** Counted as a reader of the year; false when only the card had run out. */
  counts: boolean
  /** Agreed to now, because the text is another than the one agreed to. */
  consentVersion: number | undefined
}

/** Another year on the same card: once in a year it counts, whatever branch it is at. */
export function reRegisterReader(facts: ReRegistrationFacts, consent: number | undefined, today: Day): ReRegistered | Refusal {
  const { reader, rules, consentVersion } = facts
  if (!reader) return refuse('reader-not-found')
  if (!facts.branchIsOpen) return refuse('branch-not-found')
  const year = Number(today.slice(0, 4))
  const counts = reader.registeredFor !== year
  if (!counts && reader.cardExpiresOn >= today) return refuse('reader-is-registered-this-year')
  const agreed = reader.consentVersion === consentVersion
  const wrong = againstForm(reader, rules, today) ?? (agreed ? undefined : againstConsent(consent, consentVersion))
  if (wrong) return wrong
  return { reader, year, cardExpiresOn: cardExpiry(today, rules), counts, consentVersion: agreed ? undefined : consentVersion }
}
