import { type Refusal, refuse } from '../refusal.ts'

export interface ReaderContact {
  id: number
  email: string | null
  phone: string | null
  language: 'kk' | 'ru'
  /** Returned loans stay in the reader's form (R80). */
  keepsHistory: boolean
}

/** What is not named stays as it was. */
export function changeReader(
  reader: ReaderContact | undefined,
  change: { [Name in keyof ReaderContact]?: ReaderContact[Name] | undefined },
): ReaderContact | Refusal {
  if (!reader) return refuse('reader-not-found')
  const { email = reader.email, phone = reader.phone, language = reader.language, keepsHistory = reader.keepsHistory } = change
  return { id: reader.id, email, phone, language, keepsHistory }
}
