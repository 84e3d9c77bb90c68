import type { OverdueLoan } from '../../../../worker/domain/circulation/overdue-loan.ts'
import { read } from '../../api.ts'

export type { OverdueLoan }

export function overdueLoans(branch: number, days: number, after?: string) {
  const query = new URLSearchParams({ branch: String(branch), days: String(days), ...(after ? { after } : {}) })
  return read<{ loans: OverdueLoan[]; next: string | null }>(`/api/overdue-loans?${query}`)
}
