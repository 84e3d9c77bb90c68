import { useSpeech } from '../i18n/language.tsx'
import type { Search } from './address.ts'
import { SearchLink } from './search-link.tsx'

export function Turn({ search, next, go }: { search: Search; next: string | null; go: (search: Search) => void }) {
  const { t } = useSpeech()
  if (!next && !search.cursor) return null
  return (
    <nav class="turn" aria-label={t.pages}>
      {search.cursor && (
        <SearchLink class="button" to={{ ...search, cursor: '' }} go={go}>
          {t.firstPage}
        </SearchLink>
      )}
      {next && (
        <SearchLink class="button" rel="next" to={{ ...search, cursor: next }} go={go}>
          {t.nextPage}
        </SearchLink>
      )}
    </nav>
  )
}
