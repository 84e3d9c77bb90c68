import { read } from '../../api.ts'

export interface AuditLine {
  id: number
  at: string
  deed: string
  staff: string | null
  branchId: number | null
  subject: string | null
  barcode: string | null
  quantity: number
}

export const listDeeds = (query: URLSearchParams) => read<{ lines: AuditLine[]; next: string | null }>(`/api/audit?${query}`)

export const listAuditedStaff = () => read<{ staff: { id: number; name: string; hasLeft: boolean }[] }>('/api/audit/staff')
