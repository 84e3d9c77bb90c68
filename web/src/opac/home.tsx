import { useEffect, useState } from 'preact/hooks'
import { dayOf } from '../../../worker/domain/calendar.ts'
import type { SearchAnswer } from '../../../worker/domain/catalogue/search-answer.ts'
import { listExhibitions } from '../api.ts'
import type { Answer, Branch, BranchHours, KnownExhibition } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { branchName, dayText } from '../i18n/words.ts'
import { OpenNow } from '../ui/open-now.tsx'
import { useOpeningHours } from '../ui/use-opening-hours.ts'
import { readAddress, type Search, searchQuery } from './address.ts'
import { HitLine } from './hit-line.tsx'
import { useResults } from './use-results.ts'

const NEWEST = readAddress('?sort=newest&available=1')
/** Without a question the most wanted stand first. */
const MOST_READ = readAddress('?available=1')

/** What the page was drawn from. */
export interface KnownHome {
  newest: Answer<SearchAnswer>
  mostRead: Answer<SearchAnswer>
  exhibitions: KnownExhibition[]
  hours: Pick<BranchHours, 'branch' | 'days'>[]
}

interface Props {
  branches: Branch[]
  known: KnownHome | undefined
  now?: Date | undefined
}

/** Under the search box: what is new, what is read, what is shown, and where the libraries are. Silent about what it does not know. */
export function Home({ branches, known, now = new Date() }: Props) {
  const { t } = useSpeech()
  return (
    <div class="home">
      <div class="home-lists">
        <Books id="new" heading={t.newArrivals} search={NEWEST} answer={known?.newest} />
        <Books id="most-read" heading={t.mostRead} search={MOST_READ} answer={known?.mostRead} />
      </div>
      <Exhibitions branches={branches} known={known?.exhibitions} today={dayOf(now)} />
      <Branches branches={branches} known={known?.hours} now={now} />
    </div>
  )
}

interface Listed {
  id: string
  heading: string
  search: Search
  answer: Answer<SearchAnswer> | undefined
}

function Books({ id, heading, search, answer }: Listed) {
  const { results } = useResults(search, 4, answer && { query: searchQuery(search).toString(), answer })
  const hits = results.page?.hits ?? []
  if (results.state === 'failed' && hits.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ol class={hits.length > 0 ? 'hits' : 'hits awaited'}>
        {hits.map((hit) => (
          <HitLine key={hit.id} hit={hit} q="" />
        ))}
      </ol>
    </section>
  )
}

interface Showing {
  branches: Branch[]
  known: KnownExhibition[] | undefined
  today: string
}

function Exhibitions({ branches, known, today }: Showing) {
  const { t, language } = useSpeech()
  const [shown, setShown] = useState(known ?? [])
  useEffect(() => {
    if (known) return
    listExhibitions().then((answer) => {
      if (answer.ok) setShown(answer.value.exhibitions)
    })
  }, [])
  if (shown.length === 0) return null
  return (
    <section aria-labelledby="exhibitions">
      <h2 id="exhibitions">{t.exhibitions}</h2>
      <ul class="exhibitions">
        {shown.map(({ id, titleKk, titleRu, titleEn, branchId, from, to }) => {
          const branch = branches.find((each) => each.id === branchId)
          return (
            <li key={id} data-exhibition={id}>
              <strong>{{ kk: titleKk, ru: titleRu, en: titleEn }[language]}</strong>
              <span>
                {from > today ? t.fromDay(dayText(from)) : t.untilDay(dayText(to))} ·{' '}
                {branch ? branchName(branch, language) : t.everyBranch}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

interface Places {
  branches: Branch[]
  known: KnownHome['hours'] | undefined
  now: Date
}

function Branches({ branches, known, now }: Places) {
  const { t, language } = useSpeech()
  const opening = useOpeningHours(!known)
  const announced = known ?? opening?.branches
  if (branches.length === 0) return null
  return (
    <section aria-labelledby="branches">
      <h2 id="branches">{t.ourBranches}</h2>
      <ul class="branches">
        {branches.map((branch) => {
          const hours = announced?.find((each) => each.branch === branch.id)
          return (
            <li key={branch.id}>
              <a href={`/branches#branch-${branch.id}`}>{branchName(branch, language)}</a>
              {hours && <OpenNow days={hours.days} now={now} />}
              {branch.address && <span>{branch.address}</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
