import { useSpeech } from '../i18n/language.tsx'
import { type Search, searchOf } from './address.ts'
import { SearchLink } from './search-link.tsx'

/** The query language, for those who want it: each example can be tried. */
export function SearchTips({ go }: { go: (search: Search) => void }) {
  const { t } = useSpeech()
  return (
    <details class="tips">
      <summary>{t.tips.heading}</summary>
      <p>{t.tips.lead}</p>
      <dl>
        {t.tips.examples.map(([example, meaning]) => (
          <div key={example}>
            <dt>
              <SearchLink to={searchOf({ q: example })} go={go}>
                {example}
              </SearchLink>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
