import { useSpeech } from '../../i18n/language.tsx'
import { countText, momentText } from '../../i18n/words.ts'
import type { Counter } from '../use-counter.ts'
import { useDeskWords } from '../use-desk-words.ts'

/** Whether this desk could go on without a line, and how fresh what it knows is. */
export function ListLine({ counter: { lists } }: { counter: Counter }) {
  const { language } = useSpeech()
  const words = useDeskWords()
  return (
    <p class="integrity quiet" data-lists={lists?.fetchedAt} lang={language}>
      {lists
        ? `${words.listsReady}: ${momentText(lists.fetchedAt, new Date())} · ${words.listCounts(countText(lists.readers.size), countText(lists.copies.size))}`
        : words.listsMissing}
    </p>
  )
}
