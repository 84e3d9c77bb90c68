import { useSpeech } from '../i18n/language.tsx'
import { countText } from '../i18n/words.ts'
import { addressOf, type Search } from './address.ts'
import { HitLine } from './hit-line.tsx'
import type { Results } from './use-results.ts'

interface Props {
  search: Search
  results: Results
  go: (search: Search) => void
  again: () => void
}

export function ResultsList({ search, results, go, again }: Props) {
  const { t } = useSpeech()
  const page = results.state === 'ready' ? results.page : undefined
  return (
    <section class="results" aria-label={t.results} aria-busy={results.state === 'loading'}>
      <p class="count" role="status">
        {results.state === 'loading' && t.searching}
        {results.state === 'failed' && t.searchFailed}
        {page && (page.hits.length > 0 ? t.found(countText(page.total)) : t.nothingFound)}
      </p>
      {results.state === 'failed' && (
        <div class="notice stop" role="alert">
          <p>
            <strong>{t.refusals[results.refused]}.</strong> {t.searchFailedHelp}
          </p>
          <button type="button" onClick={again}>
            {t.again}
          </button>
        </div>
      )}
      {page && page.hits.length === 0 && <NothingFound search={search} go={go} />}
      {page && page.hits.length > 0 && (
        <ol class="hits">
          {page.hits.map((hit) => (
            <HitLine key={hit.id} hit={hit} q={search.q} />
          ))}
        </ol>
      )}
      {page && <Turn search={search} next={page.cursor} go={go} />}
    </section>
  )
}

function NothingFound({ search, go }: Pick<Props, 'search' | 'go'>) {
  const { t } = useSpeech()
  const filtered = search.branch !== '' || search.language !== '' || search.available
  return (
    <div class="notice">
      <p>{t.nothingFoundHelp}</p>
      {filtered && (
        <button type="button" onClick={() => go({ ...search, branch: '', language: '', available: false, cursor: '' })}>
          {t.clearFilters}
        </button>
      )}
    </div>
  )
}

function Turn({ search, next, go }: { search: Search; next: string | null; go: Props['go'] }) {
  const { t } = useSpeech()
  if (!next && !search.cursor) return null
  const link = (cursor: string, words: string) => (
    <a
      class="button"
      href={addressOf({ ...search, cursor })}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        go({ ...search, cursor })
      }}
    >
      {words}
    </a>
  )
  return (
    <nav class="turn" aria-label={t.pages}>
      {search.cursor && link('', t.firstPage)}
      {next && link(next, t.nextPage)}
    </nav>
  )
}
