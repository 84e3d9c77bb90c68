import type { HoldState } from '../../../worker/domain/circulation/holds/hold.ts'
import type { ConsentText } from '../../../worker/domain/readers/consent-text.ts'
import { change, read, request } from '../api.ts'

export interface OwnLoan {
  id: number
  barcode: string
  recordId: number
  title: string
  author: string | null
  dueOn: string
  renewals: number
  onSite: boolean
}

export interface OwnHold {
  id: number
  recordId: number
  title: string
  pickupBranchId: number
  state: HoldState
  position: number
  suspended: boolean
  shelfUntil: string | null
  forecast: { on: string | null } | null
}

export interface Account {
  today: string
  reader: { card: string; name: string; branchId: number; cardExpiresOn: string; keepsHistory: boolean; language: 'kk' | 'ru' }
  loans: OwnLoan[]
  holds: OwnHold[]
  history: (OwnLoan & { returnedAt: string })[]
  consents: (ConsentText & { givenAt: string })[]
  consentText: ConsentText
  suspendedUntil: string | null
  /** In tiyn. */
  debt: number
}

const key = () => crypto.randomUUID()

export const findAccount = () => read<Account>('/api/account')
export const enter = (card: string, pin: string, ownDevice: boolean) =>
  change<{ card: string }>('POST', '/api/account/session', { card, pin, ownDevice })
export const leave = () => request('/api/account/session', { method: 'DELETE' })
export const leaveElsewhere = () => request('/api/account/other-sessions', { method: 'DELETE' })
export const renewOwn = (copy: string) => change<{ loan: { dueOn: string } }>('POST', '/api/account/renewals', { copy }, key())
export const holdTitle = (record: number, pickup: number, ownKey: string) =>
  change<{ hold: { position: number } }>('POST', '/api/account/holds', { record, pickup }, ownKey)
export const changeHold = (id: number, wanted: { suspended?: boolean }) =>
  change<object>('PATCH', `/api/account/holds/${id}`, wanted, key())
export const cancelHold = (id: number) => change<object>('DELETE', `/api/account/holds/${id}`, {}, key())
export const changeSettings = (wanted: { keepsHistory?: boolean; language?: 'kk' | 'ru' }) =>
  change<object>('PATCH', '/api/account', wanted, key())
export const agree = (version: number) => change<object>('POST', '/api/account/consents', { version }, key())
export const changePin = (pin: string, newPin: string) => change<object>('POST', '/api/account/pin', { pin, newPin })
