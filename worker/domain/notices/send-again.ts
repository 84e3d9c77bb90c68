import { type Refusal, refuse } from '../refusal.ts'
import type { NoticeFacts } from './notice.ts'

export interface SentAgain {
  notice: NoticeFacts
  /** By e-mail where the reader has an address, otherwise on the printed list. */
  channel: 'email' | 'print'
}

/** A notice that went out goes out once more, as long as there is still something to tell. */
export function sendAgain(notice: NoticeFacts | undefined): SentAgain | Refusal {
  if (!notice) return refuse('not-found')
  if (!notice.stillTrue) return refuse('nothing-to-tell')
  return { notice, channel: notice.reader.email === null ? 'print' : 'email' }
}
