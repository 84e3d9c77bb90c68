import type { BookRecord } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { languageWord } from '../i18n/words.ts'

/** The same work in other editions and languages. */
export function OtherEditions({ editions }: { editions: BookRecord['otherEditions'] }) {
  const { t } = useSpeech()
  if (editions.length === 0) return null
  return (
    <section aria-labelledby="editions">
      <h2 id="editions">{t.otherEditions}</h2>
      <ul>
        {editions.map(({ id, title, language, year }) => (
          <li key={id}>
            <a href={`/record/${id}`}>{title || t.untitled}</a> {[languageWord(t, language), year].filter(Boolean).join(', ')}
          </li>
        ))}
      </ul>
    </section>
  )
}
