import { useEffect, useState } from 'preact/hooks'
import type { Hours } from '../../../../worker/domain/library-calendar.ts'
import { listBranches } from '../../api.ts'
import type { Branch, BranchHours, KnownBranches, SpecialDays } from '../../api-shapes.ts'
import { useSpeech } from '../../i18n/language.tsx'
import { branchName, dayText } from '../../i18n/words.ts'
import { OpenNow } from '../../ui/open-now.tsx'
import { PublicPage } from '../../ui/public-page.tsx'
import { useOpeningHours } from '../../ui/use-opening-hours.ts'
import { useBranchWords } from './use-branch-words.ts'

interface Props {
  /** What the page was drawn from. */
  known?: KnownBranches | undefined
  now?: Date | undefined
}

export function BranchesPage({ known, now }: Props) {
  const { t } = useSpeech()
  const words = useBranchWords()
  const [listed, setListed] = useState(known?.branches)
  const announced = known?.opening.ok ? known.opening.value : undefined
  const opening = useOpeningHours(!announced) ?? announced
  useEffect(() => {
    if (!listed?.ok) listBranches().then(setListed)
  }, [])
  useEffect(() => {
    document.title = `${words.branches} — ${t.site}`
  }, [words])
  return (
    <PublicPage>
      <div class="branches-page">
        <h1>{words.branches}</h1>
        <p class="quiet">{words.lead}</p>
        {!listed && <p role="status">{t.loading}</p>}
        {listed && !listed.ok && (
          <div class="notice stop" role="alert">
            <strong>{t.refusals[listed.refused]}.</strong> {t.nextSteps[listed.refused]}
          </div>
        )}
        <ul class="branch-cards">
          {listed?.ok &&
            listed.value.branches.map((branch) => (
              <BranchCard key={branch.id} branch={branch} hours={opening?.branches.find((each) => each.branch === branch.id)} now={now} />
            ))}
        </ul>
      </div>
    </PublicPage>
  )
}

interface Card {
  branch: Branch
  hours: BranchHours | undefined
  now: Date | undefined
}

function BranchCard({ branch, hours, now }: Card) {
  const { t, language } = useSpeech()
  const words = useBranchWords()
  const name = branchName(branch, language)
  const where = `https://www.openstreetmap.org/search?${new URLSearchParams({ query: `Балқаш, ${branch.address ?? name}` })}`
  return (
    <li data-branch-card={branch.id} id={`branch-${branch.id}`}>
      <h2>{name}</h2>
      {hours && <OpenNow days={hours.days} now={now} />}
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

function Week({ week }: { week: readonly Hours[][] }) {
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
