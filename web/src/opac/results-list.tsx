import { useRef } from 'preact/hooks'
import type { Branch } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { totalText } from '../i18n/words.ts'
import { changed, type Search, withoutFilters } from './address.ts'
import { Chips } from './chips.tsx'
import { CorrectionNote } from './correction-note.tsx'
import { HitLine } from './hit-line.tsx'
import { NothingFound } from './nothing-found.tsx'
import { SearchLink } from './search-link.tsx'
import { SortChoice } from './sort-choice.tsx'
import { StaleNote } from './stale-note.tsx'
import { Turn } from './turn.tsx'
import type { Results } from './use-results.ts'

interface Props {
  search: Search
  results: Results
  branches: Branch[]
  go: (search: Search) => void
  again: () => void
}

export function ResultsList({ search, results: { state, refused, page }, branches, go, again }: Props) {
  const { t } = useSpeech()
  const place = useRef<HTMLElement>(null)
  // What was pressed may be gone: the keyboard goes on from the results.
  const follow = (next: Search) => {
    go(next)
    place.current?.focus({ preventScroll: true })
  }
  // The same question again would be refused again.
  const isMisput = refused === 'bad-request'
  const some = page !== undefined && page.hits.length > 0
  return (
    <section class="results" ref={place} tabIndex={-1} aria-label={t.results} aria-busy={state === 'loading'}>
      {page?.stale && <StaleNote since={page.stale.since} />}
      <div class="results-head">
        <p class="count" role="status">
          {state === 'loading' && t.searching}
          {state === 'failed' && t.searchFailed}
          {state === 'ready' && page && (some ? t.found(totalText(page)) : t.nothingFound)}
        </p>
        {some && <SortChoice sort={search.sort} onChange={(sort) => go(changed(search, { sort }))} />}
      </div>
      <Chips search={search} branches={branches} go={follow} />
      {refused && (
        <div class="notice stop" role="alert">
          <p>
            <strong>{t.refusals[refused]}.</strong> {isMisput ? t.nextSteps[refused] : t.searchFailedHelp}
          </p>
          {isMisput ? (
            <SearchLink class="button" to={withoutFilters({ ...search, sort: 'relevance', cursor: '' })} go={follow}>
              {t.clearFilters}
            </SearchLink>
          ) : (
            <button type="button" onClick={again}>
              {t.again}
            </button>
          )}
        </div>
      )}
      {page && <CorrectionNote search={search} corrected={page.corrected} go={follow} />}
      {page && !some && <NothingFound search={search} go={follow} />}
      {some && (
        <ol class="hits">
          {page.hits.map((hit) => (
            <HitLine key={hit.id} hit={hit} q={search.q} corrected={page.corrected} />
          ))}
        </ol>
      )}
      {page && <Turn search={search} next={page.cursor} go={follow} />}
    </section>
  )
}
