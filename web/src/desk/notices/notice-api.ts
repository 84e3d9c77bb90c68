import type { Letter } from '../../../../worker/domain/notices/letters.ts'
import type { ListedNotice } from '../../../../worker/domain/notices/listed-notice.ts'
import type { NoticeKind } from '../../../../worker/domain/notices/notice.ts'
import { change, read } from '../../api.ts'

export type { ListedNotice }

export function listNotices(branch: number, kind: NoticeKind | undefined, before: number | undefined) {
  const query = new URLSearchParams({ branch: String(branch) })
  if (kind) query.set('kind', kind)
  if (before) query.set('before', String(before))
  return read<{ notices: ListedNotice[] }>(`/api/notices?${query}`)
}

export const lettersToPrint = (branch: number) => read<{ letters: Letter[]; more: boolean }>(`/api/notices/print?branch=${branch}`)

/** The channel by which it goes out once more. */
export const sendAgain = (branch: number, id: number, key: string) =>
  change<{ notice: { channel: 'email' | 'print' } }>('POST', `/api/notices/${id}/again`, { branch }, key)

export const lettersPrinted = (branch: number, notices: number[], key: string) =>
  change<{ printed: number }>('POST', '/api/notices/printed', { branch, notices }, key)
