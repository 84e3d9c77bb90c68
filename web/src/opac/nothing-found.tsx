import { useSpeech } from '../i18n/language.tsx'
import { filtersChosen, type Search, withoutFilters } from './address.ts'

/** The next steps of a reader who found nothing. */
export function NothingFound({ search, go }: { search: Search; go: (search: Search) => void }) {
  const { t } = useSpeech()
  const filtered = filtersChosen(search) > 0
  return (
    <div class="notice nothing">
      <p>
        <strong>{t.nothing.heading}</strong>
      </p>
      <ul>
        {filtered && <li>{t.nothing.filters}</li>}
        {search.q && <li>{t.nothing.spelling}</li>}
        {search.q && <li>{t.nothing.fewer}</li>}
        <li>{t.nothing.ask}</li>
      </ul>
      {filtered && (
        <button type="button" onClick={() => go(withoutFilters(search))}>
          {t.clearFilters}
        </button>
      )}
    </div>
  )
}
