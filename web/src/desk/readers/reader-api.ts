import type { OpenBlock } from '../../../../worker/domain/circulation/block-reader.ts'
import type { OpenCharge, Settlement } from '../../../../worker/domain/circulation/settle-charge.ts'
import type { ConsentText } from '../../../../worker/domain/readers/consent-text.ts'
import type { KnownReader } from '../../../../worker/domain/readers/likely-duplicates.ts'
import type { ReaderRules } from '../../../../worker/domain/readers/reader-form.ts'
import type { ReaderRecord } from '../../../../worker/domain/readers/reader-record.ts'
import { change, read } from '../../api.ts'
import type { ReaderForm } from '../../api-shapes.ts'

export type { KnownReader }

type Contact = 'email' | 'phone' | 'language' | 'keepsHistory'

export interface WholeForm extends ReaderForm {
  reader: Omit<ReaderRecord, 'id' | 'changes' | Contact> & { blockedReason: string | null }
  contact: Pick<ReaderRecord, Contact>
  blocks: OpenBlock[]
  charges: OpenCharge[]
  visits: { thisYear: number; lastOn: string | null }
  notes: { id: number; text: string; madeAt: string; by: string | null }[]
}

export interface RegistrationTerms {
  consent: ConsentText
  rules: ReaderRules
  categories: string[]
}

export interface FormFields {
  name: string
  birthYear: number
  category: string
  phone: string | null
  email: string | null
  language: string
  guarantor: string | null
  guarantorPhone: string | null
}

interface Given {
  reader: { card: string; name: string; cardExpiresOn: string }
}

const at = (card: string, more = '') => `/api/readers/${encodeURIComponent(card)}${more}`
const key = () => crypto.randomUUID()

export const registrationTerms = () => read<RegistrationTerms>('/api/readers/registration')

export const readersByName = (name: string) => read<{ readers: KnownReader[] }>(`/api/readers?${new URLSearchParams({ name })}`)

export function samePerson(name: string, birthYear: number) {
  const asked = new URLSearchParams({ name, birthYear: String(birthYear), like: 'same-person' })
  return read<{ readers: KnownReader[] }>(`/api/readers?${asked}`)
}

export const wholeForm = (card: string) => read<WholeForm>(at(card))

export const registerReader = (
  fields: FormFields & { branch: number; card?: string; consent?: number; confirm?: string[] },
  ownKey: string,
) => change<Given>('POST', '/api/readers', fields, ownKey)

export const changeReader = (card: string, fields: Partial<FormFields>) => change<Given>('PATCH', at(card), fields, key())

export const reRegister = (card: string, branch: number, consent: number, ownKey: string) =>
  change<Given>('POST', at(card, '/registrations'), { branch, consent }, ownKey)

export const replaceCard = (card: string, ownKey: string) => change<Given>('POST', at(card, '/replacement'), {}, ownKey)

export const mergeReaders = (card: string, gone: string, ownKey: string) =>
  change<Given>('POST', at(card, '/merger'), { card: gone }, ownKey)

export const addNote = (card: string, text: string, ownKey: string) => change<object>('POST', at(card, '/notes'), { text }, ownKey)

export const removeNote = (card: string, id: number) => change<object>('DELETE', at(card, `/notes/${id}`), {}, key())

export const blockReader = (card: string, reason: string, until: string, ownKey: string) =>
  change<object>('POST', at(card, '/blocks'), { reason, ...(until ? { until } : {}) }, ownKey)

export const liftBlock = (card: string, id: number) => change<object>('DELETE', at(card, `/blocks/${id}`), {}, key())

export const settleCharge = (card: string, id: number, as: Settlement, ownKey: string) =>
  change<object>('POST', at(card, `/charges/${id}/settlement`), { as }, ownKey)

export const givePin = (card: string, pin: string, ownKey: string) => change<object>('POST', at(card, '/pin'), { pin }, ownKey)
