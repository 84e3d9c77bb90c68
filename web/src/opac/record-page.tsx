import { useEffect, useState } from 'preact/hooks'
import { findRecord } from '../api.ts'
import type { Answer, BookRecord } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import type { RefusalSlug } from '../refusal-slug.ts'
import { Cover } from '../ui/cover.tsx'
import { Icon } from '../ui/icon.tsx'
import { PublicPage } from '../ui/public-page.tsx'
import { useWhileVisible } from '../ui/while-visible.ts'
import { CopiesByBranch } from './copies-by-branch.tsx'
import { DescriptionList } from './description-list.tsx'
import { OtherEditions } from './other-editions.tsx'
import { SimilarBooks } from './similar-books.tsx'
import { TakeAway } from './take-away.tsx'

export function RecordPage({ id, known }: { id: string; known?: Answer<BookRecord> | undefined }) {
  const { t } = useSpeech()
  const [record, setRecord] = useState(known?.ok ? known.value : undefined)
  const [refused, setRefused] = useState<RefusalSlug | undefined>(known && !known.ok ? known.refused : id ? undefined : 'record-not-found')
  const load = async () => {
    const answer = await findRecord(id)
    setRefused(answer.ok ? undefined : answer.refused)
    if (answer.ok) setRecord(answer.value)
  }
  useWhileVisible(load, id, known !== undefined)
  useEffect(() => {
    if (record) document.title = `${record.title} — ${t.site}`
  }, [record, t])
  return (
    <PublicPage>
      <div class="record">
        <p class="screen-only">
          <a class="button" href="/" onClick={goBackWhenPossible}>
            <Icon name="back" /> {t.backToSearch}
          </a>
        </p>
        {!record && !refused && (
          <>
            <h1 class="unseen">{t.catalogue}</h1>
            <p role="status">{t.loading}</p>
          </>
        )}
        {refused && <Refused refused={refused} alone={!record} again={load} />}
        {record && <Book record={record} />}
      </div>
    </PublicPage>
  )
}

/** A reader who came from the results returns to the same page of them. */
function goBackWhenPossible(event: Event) {
  if (!document.referrer.startsWith(`${location.origin}/`) || document.referrer.includes('/record/')) return
  event.preventDefault()
  history.back()
}

function Refused({ refused, alone, again }: { refused: RefusalSlug; alone: boolean; again: () => void }) {
  const { t } = useSpeech()
  return (
    <>
      {alone && <h1>{t.recordFailed}</h1>}
      <div class="notice stop" role="alert">
        <p>
          <strong>{t.refusals[refused]}.</strong> {t.nextSteps[refused]}
        </p>
        {refused !== 'record-not-found' && (
          <button type="button" onClick={again}>
            {t.again}
          </button>
        )}
      </div>
      {alone && (
        <form class="row" action="/search">
          <input type="search" name="q" aria-label={t.searchLabel} placeholder={t.searchPlaceholder} maxLength={300} />
          <button type="submit" class="primary">
            {t.search}
          </button>
        </form>
      )}
    </>
  )
}

function Book({ record }: { record: BookRecord }) {
  const { t } = useSpeech()
  const { description } = record
  const titleMore = [description.part, description.subtitle].filter(Boolean).join(' : ')
  return (
    <article>
      <div class="book-head">
        <Cover title={record.title || t.untitled} author={record.author} shelfmark={record.shelfmark} large />
        <div>
          <p class="kind">{t.kinds[record.kind]}</p>
          <h1>{record.title || t.untitled}</h1>
          {titleMore && <p class="subtitle">{titleMore}</p>}
          {record.author && (
            <p>
              <a class="plain" href={`/search?${new URLSearchParams({ q: record.author })}`}>
                {record.author}
              </a>
            </p>
          )}
          {record.branches.length > 0 && (
            <p class="screen-only">
              <a class="button primary" href={`/account?hold=${record.id}`}>
                {t.placeHold}
              </a>
            </p>
          )}
        </div>
      </div>
      <CopiesByBranch branches={record.branches} />
      <OtherEditions record={record} />
      <DescriptionList record={record} />
      <TakeAway record={record} />
      <SimilarBooks record={record} />
    </article>
  )
}
