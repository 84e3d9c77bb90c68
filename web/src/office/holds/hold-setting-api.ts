import { change, read } from '../../api.ts'

/** What `/api/hold-settings` takes; branches by their numbers. */
export interface HoldSettings {
  maxHoldsPerDay: number | null
  newCopyDays: number
  transferWarningDays: number
  claimsWarning: number
  branchesWithoutPickup: number[]
  branchesThatKeepCopies: number[]
}

type Answered = { settings: HoldSettings }

export const findHoldSettings = () => read<Answered>('/api/hold-settings')

export const changeHoldSettings = (settings: HoldSettings) => change<Answered>('PUT', '/api/hold-settings', settings, crypto.randomUUID())
