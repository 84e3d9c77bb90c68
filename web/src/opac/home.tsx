import type { Branch } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { branchName } from '../i18n/words.ts'
import { readAddress } from './address.ts'
import { HitLine } from './hit-line.tsx'
import { useResults } from './use-results.ts'

const NEWEST = readAddress('?sort=newest&available=1')

/** Under the search box: what is new, and where the libraries are. Silent when it knows neither. */
export function Home({ branches }: { branches: Branch[] }) {
  const { t, language } = useSpeech()
  const { results } = useResults(NEWEST, 5)
  const hits = results.page?.hits ?? []
  return (
    <div class="home">
      {hits.length > 0 && (
        <section aria-labelledby="new">
          <h2 id="new">{t.newArrivals}</h2>
          <ol class="hits">
            {hits.map((hit) => (
              <HitLine key={hit.id} hit={hit} q="" />
            ))}
          </ol>
        </section>
      )}
      {branches.length > 0 && (
        <section aria-labelledby="branches">
          <h2 id="branches">{t.ourBranches}</h2>
          <ul class="branches">
            {branches.map((branch) => (
              <li key={branch.id}>
                <a href={`/?branch=${branch.id}`}>{branchName(branch, language)}</a>
                {branch.address && <span>{branch.address}</span>}
                {branch.phone && <span>{branch.phone}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
