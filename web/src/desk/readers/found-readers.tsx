import { dayText } from '../../i18n/words.ts'
import type { KnownReader } from './reader-api.ts'
import { useReaderWords } from './use-reader-words.ts'

/** Readers to choose from, with what tells one from another. */
export function FoundReaders({ readers, onOpen }: { readers: KnownReader[]; onOpen: (card: string) => void }) {
  const words = useReaderWords()
  return (
    <ul class="found-readers">
      {readers.map(({ card, name, birthYear, cardExpiresOn }) => (
        <li key={card}>
          <button type="button" data-found={card} onClick={() => onOpen(card)}>
            <strong>{name}</strong>
            <span class="quiet">
              {[birthYear && words.bornIn(birthYear), card, `${words.validUntil} ${dayText(cardExpiresOn)}`]
                .filter(Boolean)
                .join('\u00a0· ')}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
