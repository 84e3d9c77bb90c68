import type { Day } from '../calendar.ts'
import type { Person } from './reader-form.ts'

/** A reader as the library keeps them. */
export interface ReaderRecord extends Person {
  id: number
  card: string
  branchId: number
  cardExpiresOn: Day
  registeredOn: Day
  /** Returned loans stay in the reader's form (R80). */
  keepsHistory: boolean
  /** The last year they were registered for; null: never counted. */
  registeredFor: number | null
  /** The text they agreed to; null: none on record. */
  consentVersion: number | null
  /** How many changes of the form there were. */
  changes: number
}
