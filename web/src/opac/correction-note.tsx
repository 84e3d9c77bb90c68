import type { Correction } from '../../../worker/domain/catalogue/search-answer.ts'
import { useSpeech } from '../i18n/language.tsx'
import { changed, type Search } from './address.ts'
import { SearchLink } from './search-link.tsx'

interface Props {
  search: Search
  corrected: Correction | undefined
  go: (search: Search) => void
}

/** Says that something else was searched, and leads back to what was typed. */
export function CorrectionNote({ search, corrected, go }: Props) {
  const { t } = useSpeech()
  if (corrected) {
    const { kind, shown, asked } = corrected
    return (
      <p class="correction">
        <span>
          {kind === 'layout' && `${t.correction.layout} `}
          {kind === 'fewer' && `${t.correction.fewer} `}
          {shown === asked ? (
            t.correction.alike
          ) : (
            <>
              {t.correction.before}
              <strong>{t.quoted(shown)}</strong>
              {t.correction.after}
            </>
          )}
        </span>{' '}
        <SearchLink to={changed(search, { exact: true })} go={go}>
          {t.correction.instead}: {t.quoted(asked)}
        </SearchLink>
      </p>
    )
  }
  if (!search.exact || search.q === '') return null
  return (
    <p class="correction">
      {t.correction.exact}{' '}
      <SearchLink to={changed(search, { exact: false })} go={go}>
        {t.correction.again}
      </SearchLink>
    </p>
  )
}
