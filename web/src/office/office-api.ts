import type { DryRun } from '../../../worker/domain/circulation/dry-run.ts'
import type { PolicyVersion } from '../../../worker/domain/circulation/edit-policy.ts'
import type { PolicyRule } from '../../../worker/domain/circulation/policy.ts'
import type { CleaningRule } from '../../../worker/domain/cleaning-day.ts'
import type { Hours } from '../../../worker/domain/library-calendar.ts'
import type { NamedHoliday } from '../../../worker/domain/national-holidays.ts'
import { change, read } from '../api.ts'
import type { Answer } from '../api-shapes.ts'

export interface Material {
  slug: string
  parent: string | null
  nameKk: string
  nameRu: string
  nameEn: string
}

export interface PolicyList {
  versions: PolicyVersion[]
  inForce: number
  materials: Material[]
}

export type Changed = { policy: { id: number; revision: number; inForceAt: string | null } }
export type DryRunPage = DryRun & { from: string; to: string; after: number | null }

const listPolicies = () => read<PolicyList>('/api/policies')

const findPolicy = (id: number) => read<{ policy: PolicyVersion; rules: PolicyRule[] }>(`/api/policies/${id}`)

/** All versions, and of one of them the rules: of the one in force when none is named. */
export async function openPolicy(id: number | undefined) {
  const list = await listPolicies()
  if (!list.ok) return list
  const found = await findPolicy(id ?? list.value.inForce)
  return found.ok ? { ok: true as const, value: { list: list.value, ...found.value } } : found
}

export const draftPolicy = (name: string, from: number, key: string) => change<Changed>('POST', '/api/policies', { name, from }, key)

export const changePolicy = ({ id, revision, name }: PolicyVersion, rules: PolicyRule[], key: string) =>
  change<Changed>('PUT', `/api/policies/${id}`, { revision, name, rules }, key)

export const putInForce = ({ id, revision }: PolicyVersion, from: string | undefined, key: string) =>
  change<Changed>('POST', `/api/policies/${id}/force`, from ? { revision, from } : { revision }, key)

export const dryRunPage = (id: number, after: number | undefined) =>
  change<DryRunPage>('POST', `/api/policies/${id}/dry-run`, after === undefined ? {} : { after })

export interface BranchCalendar {
  branch: number
  week: Hours[][]
  cleaning: CleaningRule
  holidays: NamedHoliday[]
  exceptions: { id: number; branchId: number | null; from: string; to: string; hours: Hours[]; reason: string }[]
}

export interface NewSpecialDays {
  branchId: number | null
  from: string
  to: string
  hours: Hours[]
  reason: string
  confirm?: string[]
}

export const findCalendar = (branch: number, from: string, to: string) =>
  read<BranchCalendar>(`/api/calendar?${new URLSearchParams({ branch: String(branch), from, to })}`)

export const changeWeek = (branch: number, week: Hours[][], cleaning: CleaningRule) =>
  change<object>('PUT', `/api/calendar/weeks/${branch}`, { week, cleaning }, crypto.randomUUID())

export const addSpecialDays = (days: NewSpecialDays, key: string) => change<object>('POST', '/api/calendar/exceptions', days, key)

/** Page by page, until nobody is left who waits for a book to be brought to this branch. */
export async function rerouteHolds(from: number, to: number): Promise<Answer<{ rerouted: number }>> {
  for (let rerouted = 0; ; ) {
    const answer = await change<{ rerouted: number }>('POST', '/api/holds/reroute', { from, to }, crypto.randomUUID())
    if (!answer.ok) return answer
    rerouted += answer.value.rerouted
    if (answer.value.rerouted === 0) return { ok: true, value: { rerouted } }
  }
}

export const removeSpecialDays = (id: number) => change<object>('DELETE', `/api/calendar/exceptions/${id}`, {}, crypto.randomUUID())

export const putHoliday = ({ day, ...named }: NamedHoliday) =>
  change<object>('PUT', `/api/calendar/holidays/${day}`, named, crypto.randomUUID())

export const removeHoliday = (day: string) => change<object>('DELETE', `/api/calendar/holidays/${day}`, {}, crypto.randomUUID())
