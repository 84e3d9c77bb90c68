import type { Letter } from '../../../../worker/domain/notices/letters.ts'
import type { NoticeKind } from '../../../../worker/domain/notices/notice.ts'
import { change, read } from '../../api.ts'

export interface ListedNotice {
  id: number
  kind: NoticeKind
  reader: { card: string; name: string }
  day: string
  step: number
  channel: 'email' | 'print'
  madeAt: string
  attempts: number
  failure: string | null
  settledAt: string | null
  settledAs: 'sent' | 'printed' | 'dropped' | null
}

export function listNotices(branch: number, kind: NoticeKind | undefined, before: number | undefined) {
  const query = new URLSearchParams({ branch: String(branch) })
  if (kind) query.set('kind', kind)
  if (before) query.set('before', String(before))
  return read<{ notices: ListedNotice[] }>(`/api/notices?${query}`)
}

export const lettersToPrint = (branch: number) => read<{ letters: Letter[]; more: boolean }>(`/api/notices/print?branch=${branch}`)

export const lettersPrinted = (branch: number, notices: number[], key: string) =>
  change<{ printed: number }>('POST', '/api/notices/printed', { branch, notices }, key)
