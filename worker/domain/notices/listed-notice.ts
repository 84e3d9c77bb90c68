import type { NoticeKind } from './notice.ts'

/** A notice as the staff see it: to whom, about what, and what became of it. */
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
