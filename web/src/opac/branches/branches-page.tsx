import { useEffect, useState } from 'preact/hooks'
import type { Hours } from '../../../../worker/domain/library-calendar.ts'
import { listBranches } from '../../api.ts'
import type { Branch, BranchHours, SpecialDays } from '../../api-shapes.ts'
import { useSpeech } from '../../i18n/language.tsx'
import { branchName, dayText } from '../../i18n/words.ts'
import type { RefusalSlug } from '../../refusal-slug.ts'
import { OpenNow } from '../../ui/open-now.tsx'
import { PublicPage } from '../../ui/public-page.tsx'
import { useOpeningHours } from '../../ui/use-opening-hours.ts'
import { useBranchWords } from './use-branch-words.ts'

export function BranchesPage() {
  const { t } = useSpeech()
  const words = useBranchWords()
  const [branches, setBranches] = useState<Branch[]>([])
  const [refused, setRefused] = useState<RefusalSlug>()
  const opening = useOpeningHours()
  useEffect(() => {
    listBranches().then((answer) => {
      if (answer.ok) setBranches(answer.value.branches)
      else setRefused(answer.refused)
    })
  }, [])
  useEffect(() => {
    document.title = `${words.branches} — ${t.site}`
  }, [words])
  return (
    <PublicPage>
      <div class="branches-page">
        <h1>{words.branches}</h1>
        <p class="quiet">{words.lead}</p>
        {branches.length === 0 && !refused && <p role="status">{t.loading}</p>}
        {refused && (
          <div class="notice stop" role="alert">
            <strong>{t.refusals[refused]}.</strong> {t.nextSteps[refused]}
          </div>
        )}
        <ul class="branch-cards">
          {branches.map((branch) => (
            <BranchCard key={branch.id} branch={branch} hours={opening?.branches.find((each) => each.branch === branch.id)} />
          ))}
        </ul>
      </div>
    </PublicPage>
  )
}

function BranchCard({ branch, hours }: { branch: Branch; hours: BranchHours | undefined }) {
  const { t, language } = useSpeech()
  const words = useBranchWords()
  const name = branchName(branch, language)
  const where = `https://www.openstreetmap.org/search?${new URLSearchParams({ query: `Балқаш, ${branch.address ?? name}` })}`
  return (
    <li data-branch-card={branch.id} id={`branch-${branch.id}`}>
      <h2>{name}</h2>
      {hours && <OpenNow days={hours.days} />}
      <dl>
        {branch.address && (
          <div>
            <dt>{words.address}</dt>
            <dd>
              {branch.address}{' '}
              <a href={where} rel="noreferrer">
                {words.map}
              </a>
            </dd>
          </div>
        )}
        {branch.phone && (
          <div>
            <dt>{words.phone}</dt>
            <dd>
              <a href={`tel:${branch.phone.replace(/[^+\d]/g, '')}`}>{branch.phone}</a>
            </dd>
          </div>
        )}
      </dl>
      {hours ? <Week week={hours.week} /> : <p class="quiet">{words.failed}</p>}
      {hours && hours.special.length > 0 && <Differs special={hours.special} />}
      <p>
        <a href={`/search?branch=${branch.id}`} aria-label={`${words.books}: ${name}`}>
          {words.books}
        </a>{' '}
        <span class="unseen">{t.catalogue}</span>
      </p>
    </li>
  )
}

const hoursText = (hours: readonly Hours[]) => hours.map(({ opens, closes }) => `${opens}–${closes}`).join(', ')

function Week({ week }: { week: Hours[][] }) {
  const words = useBranchWords()
  return (
    <table class="week">
      <caption>{words.week}</caption>
      <tbody>
        {words.weekdays.map((weekday, index) => (
          <tr key={weekday}>
            <th scope="row">{weekday}</th>
            <td>{hoursText(week[index] ?? []) || words.dayOff}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Differs({ special }: { special: SpecialDays[] }) {
  const words = useBranchWords()
  return (
    <div class="differs">
      <h3>{words.differs}</h3>
      <ul>
        {special.map(({ from, to, hours, reason }) => (
          <li key={`${from} ${to} ${reason}`}>
            {dayText(from)}
            {to === from ? '' : `–${dayText(to)}`}: {hoursText(hours) || words.closed}
            {reason && ` · ${reason}`}
          </li>
        ))}
      </ul>
    </div>
  )
}
