import { useEffect } from 'preact/hooks'
import { recordAddress } from '../../../worker/domain/catalogue/record-address.ts'
import type { Branch, Suggestion } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { PublicPage } from '../ui/public-page.tsx'
import { useBranches } from '../ui/use-branches.ts'
import { changed, isHome, type Search, searchOf } from './address.ts'
import { Filters } from './filters.tsx'
import { Home } from './home.tsx'
import { ResultsList } from './results-list.tsx'
import { SearchBox } from './search-box.tsx'
import { SearchTips } from './search-tips.tsx'
import { useAddress } from './use-address.ts'
import { type KnownResults, useResults } from './use-results.ts'

export interface KnownSearch extends KnownResults {
  branches: Branch[]
}

export function SearchPage({ first, known }: { first: Search; known?: KnownSearch | undefined }) {
  const { t } = useSpeech()
  const { search, go } = useAddress(first)
  const branches = useBranches(known?.branches)
  const home = isHome(search)
  useEffect(() => {
    document.title = search.q ? `${search.q} — ${t.site}` : `${t.site} — ${t.catalogue}`
  }, [search.q, t])
  const choose = ({ kind, text, id }: Suggestion) => {
    if (kind === 'title' && id) location.assign(recordAddress(id, text))
    else go(searchOf(kind === 'title' ? { q: text } : { [kind]: text }))
  }
  return (
    <PublicPage>
      <div class={home ? 'water' : 'water shallow'}>
        <h1>{home ? t.homeHeading : t.catalogue}</h1>
        {home && <p>{t.homeLead}</p>}
        <SearchBox q={search.q} onSearch={(q) => go(changed(search, { q, exact: false }))} onChoose={choose} />
        <SearchTips go={go} />
      </div>
      {home ? <Home branches={branches} /> : <Found search={search} branches={branches} known={known} go={go} />}
    </PublicPage>
  )
}

interface Props {
  search: Search
  branches: Branch[]
  known: KnownResults | undefined
  go: (search: Search) => void
}

function Found({ search, branches, known, go }: Props) {
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
