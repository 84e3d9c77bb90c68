import { recordAddress } from '../../../worker/domain/catalogue/record-address.ts'
import type { BookRecord } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { languageWord } from '../i18n/words.ts'

/** The same work in other languages, and in other editions of its own. */
export function OtherEditions({ record: { language, otherEditions } }: { record: BookRecord }) {
  const { t } = useSpeech()
  const foreign = otherEditions.filter((edition) => edition.language !== language)
  const own = otherEditions.filter((edition) => edition.language === language)
  return (
    <>
      <Editions id="languages" heading={t.otherLanguages} editions={foreign} />
      <Editions id="editions" heading={t.otherEditions} editions={own} />
    </>
  )
}

function Editions({ id: section, heading, editions }: { id: string; heading: string; editions: BookRecord['otherEditions'] }) {
  const { t } = useSpeech()
  if (editions.length === 0) return null
  return (
    <section aria-labelledby={section}>
      <h2 id={section}>{heading}</h2>
      <ul class="titles">
        {editions.map(({ id, title, language, year }) => (
          <li key={id}>
            <a href={recordAddress(id, title)}>{title || t.untitled}</a>
            <span class="quiet">{[languageWord(t, language), year].filter(Boolean).join(', ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
