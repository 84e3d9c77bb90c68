import type { OverdueLoan } from '../../../../worker/domain/circulation/overdue-loan.ts'
import { change, read } from '../../api.ts'

export type { OverdueLoan }

export function overdueLoans(branch: number, days: number, after?: string) {
  const query = new URLSearchParams({ branch: String(branch), days: String(days), ...(after ? { after } : {}) })
  return read<{ loans: OverdueLoan[]; next: string | null }>(`/api/overdue-loans?${query}`)
}

interface Reminding {
  branch: number
  loan: number
  /** `told`: on paper or by telephone, already; `to-send`: as the library sends its notices. */
  as: 'told' | 'to-send'
}

export const remind = (reminding: Reminding, key: string) =>
  change<{ reminder: { channel: 'email' | 'print' } }>('POST', '/api/reminders', reminding, key)
