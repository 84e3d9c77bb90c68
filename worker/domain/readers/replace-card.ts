import { isCard } from '../identifiers.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { ReaderRecord } from './reader-record.ts'
import { nextCard } from './register-reader.ts'

interface ReplacementFacts {
  reader: ReaderRecord | undefined
  lastCard: string | null
  cardIsTaken: boolean
}

/** A new card for one that was lost: another number, so that the finder of the old one borrows nothing. */
export function replaceCard(facts: ReplacementFacts, printed: string | undefined): { reader: ReaderRecord; card: string } | Refusal {
  const { reader, lastCard, cardIsTaken } = facts
  if (!reader) return refuse('reader-not-found')
  if (printed !== undefined && !isCard(printed)) return refuse('card-number-is-wrong')
  if (cardIsTaken) return refuse('card-is-taken')
  return { reader, card: printed ?? nextCard(lastCard) }
}
