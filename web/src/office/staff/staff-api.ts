import { change, read } from '../../api.ts'
import type { KnownSession } from '../sessions/session-api.ts'

export interface Post {
  name: string
  role: string
  branchId: number | null
}

export interface ListedStaff extends Post {
  id: number
  login: string
  lastSeenAt: string | null
  leftAt: string | null
  passwordGivenAt: string | null
}

export const listStaff = () => read<{ staff: ListedStaff[] }>('/api/staff')

export const addStaff = (added: Post & { login: string; password: string }, key: string) => change<object>('POST', '/api/staff', added, key)

export const changeStaff = (id: number, post: Post, key: string) => change<object>('PUT', `/api/staff/${id}`, post, key)

export const givePassword = (id: number, password: string, key: string) =>
  change<object>('PUT', `/api/staff/${id}/password`, { password }, key)

export const leaveStaff = (id: number, key: string) => change<object>('POST', `/api/staff/${id}/departures`, {}, key)

export const takeBackStaff = (id: number, password: string, key: string) =>
  change<object>('POST', `/api/staff/${id}/returns`, { password }, key)

export const listSessionsOf = (id: number) => read<{ sessions: KnownSession[] }>(`/api/staff/${id}/sessions`)

export const endSessionOf = (id: number, session: string) =>
  change<object>('DELETE', `/api/staff/${id}/sessions/${session}`, {}, crypto.randomUUID())

export const endSessionsOf = (id: number) => change<object>('DELETE', `/api/staff/${id}/sessions`, {}, crypto.randomUUID())
