import { change, read } from '../../api.ts'

export interface KnownSession {
  id: string
  device: string
  startedAt: string
  lastUsedAt: string
}

export const listOwnSessions = () => read<{ sessions: (KnownSession & { isThis: boolean })[] }>('/api/sessions')

export const endSession = (id: string) => change<object>('DELETE', `/api/sessions/${id}`, {}, crypto.randomUUID())

export const endOtherSessions = () => change<object>('DELETE', '/api/sessions', {}, crypto.randomUUID())

export const changePassword = (present: string, next: string) => change<object>('PUT', '/api/sessions/password', { present, next })
