import { type Refusal, refuse } from '../refusal.ts'
import type { ReaderRecord } from './reader-record.ts'

export interface MergeFacts {
  kept: ReaderRecord | undefined
  gone: ReaderRecord | undefined
  /** Titles that both wait for. */
  sharedHolds: number
}

export interface MergedReaders {
  kept: ReaderRecord
  gone: ReaderRecord
}

/** Two forms of one person become one: what was on both cards is on the one that stays. */
export function mergeReaders({ kept, gone, sharedHolds }: MergeFacts): MergedReaders | Refusal {
  if (!kept || !gone) return refuse('reader-not-found')
  if (kept.id === gone.id) return refuse('same-reader-twice')
  if (sharedHolds > 0) return refuse('both-wait-for-a-title')
  return {
    gone,
    kept: {
      ...kept,
      birthYear: kept.birthYear ?? gone.birthYear,
      phone: kept.phone ?? gone.phone,
      email: kept.email ?? gone.email,
      guarantor: kept.guarantor ?? gone.guarantor,
      guarantorPhone: kept.guarantorPhone ?? gone.guarantorPhone,
      cardExpiresOn: kept.cardExpiresOn > gone.cardExpiresOn ? kept.cardExpiresOn : gone.cardExpiresOn,
    },
  }
}
