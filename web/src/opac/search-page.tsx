import { useEffect } from 'preact/hooks'
import { recordAddress } from '../../../worker/domain/catalogue/record-address.ts'
import type { Branch, Suggestion } from '../api-shapes.ts'
import type { Texts } from '../i18n/kk.ts'
import { useSpeech } from '../i18n/language.tsx'
import type { RefusalSlug } from '../refusal-slug.ts'
import { PublicPage } from '../ui/public-page.tsx'
import { useBranches } from '../ui/use-branches.ts'
import { changed, isHome, type Search, searchOf } from './address.ts'
import { Filters } from './filters.tsx'
import { Home, type KnownHome } from './home.tsx'
import { ResultsList } from './results-list.tsx'
import { SearchBox } from './search-box.tsx'
import { SearchTips } from './search-tips.tsx'
import { useAddress } from './use-address.ts'
import { type KnownResults, useResults } from './use-results.ts'

interface KnownSearch extends Partial<KnownResults> {
  branches: Branch[]
  home?: KnownHome
  /** Why the page that was asked for is not shown. */
  trouble?: RefusalSlug
}

interface Props {
  first: Search
  known?: KnownSearch | undefined
  now?: Date
}

export const troubleWords = (trouble: RefusalSlug, t: Texts) =>
  trouble === 'not-found'
    ? t.noSuchPage
    : { heading: t.refusals[trouble], help: trouble === 'unexpected' ? t.pageFailedHelp : t.nextSteps[trouble] }

export function SearchPage({ first, known, now }: Props) {
  const { t, query } = useSpeech()
  const { search, go } = useAddress(first)
  const branches = useBranches(known?.branches)
  // What is asked next is asked anew.
  const trouble = known?.trouble && search === first ? troubleWords(known.trouble, t) : undefined
  const home = trouble !== undefined || isHome(search)
  useEffect(() => {
    const title = trouble?.heading ?? search.q
    document.title = title ? `${title} — ${t.site}` : `${t.site} — ${t.catalogue}`
  }, [search, t])
  const choose = ({ kind, text, id }: Suggestion) => {
    if (kind === 'title' && id) location.assign(recordAddress(id, text))
    else go(searchOf(kind === 'title' ? { q: text } : { [kind]: text }))
  }
  return (
    <PublicPage>
      <div class={home ? 'water' : 'water shallow'}>
        <h1>{trouble?.heading ?? (home ? t.homeHeading : t.catalogue)}</h1>
        {home && <p>{trouble?.help ?? t.homeLead}</p>}
        <SearchBox q={search.q} onSearch={(q) => go(changed(search, { q, exact: false }))} onChoose={choose} />
        {trouble ? (
          <p class="row">
            {known?.trouble !== 'not-found' && (
              <a class="button" href={(query ?? location.search) || '?'}>
                {t.again}
              </a>
            )}
            <a href="/">{t.noSuchPage.home}</a>
          </p>
        ) : (
          <SearchTips go={go} />
        )}
      </div>
      {home && !trouble && <Home branches={branches} known={known?.home} now={now} />}
      {!home && <Found search={search} branches={branches} known={known} go={go} />}
    </PublicPage>
  )
}

interface Finding {
  search: Search
  branches: Branch[]
  known: Partial<KnownResults> | undefined
  go: (search: Search) => void
}

function Found({ search, branches, known, go }: Finding) {
  const { t } = useSpeech()
  const { results, again } = useResults(search, undefined, known)
  return (
    <div class="columns">
      <h2 class="unseen">{t.results}</h2>
      <Filters search={search} page={results.page} counted={results.counted} branches={branches} go={go} />
      <ResultsList search={search} results={results} branches={branches} go={go} again={again} />
    </div>
  )
}
