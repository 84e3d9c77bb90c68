import { useEffect, useState } from 'preact/hooks'
import { type HeadingKind, type ListedHeading, MOST_COUNTED } from '../../../../worker/domain/catalogue/listed-heading.ts'
import { listHeadings } from '../../api.ts'
import { useSpeech } from '../../i18n/language.tsx'
import type { RefusalSlug } from '../../refusal-slug.ts'
import { useBrowseWords } from './use-browse-words.ts'

const KAZAKH = [...'АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЫІЭЮЯ']
const LATIN = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

interface Props {
  kind: HeadingKind
  from: string
  after: string
  follow: (event: MouseEvent & { currentTarget: HTMLAnchorElement }) => void
}

/** Authors or subjects in the order of the Kazakh alphabet, from a letter or a word on. */
export function HeadingList({ kind, from, after, follow }: Props) {
  const { t } = useSpeech()
  const words = useBrowseWords()
  const [page, setPage] = useState<{ headings: ListedHeading[]; next: string | null }>()
  const [refused, setRefused] = useState<RefusalSlug>()
  const by = `/browse?by=${kind}s`
  useEffect(() => {
    listHeadings(kind, from, after).then((answer) => {
      setRefused(answer.ok ? undefined : answer.refused)
      if (answer.ok) setPage(answer.value)
    })
  }, [])
  return (
    <>
      <nav aria-label={words.letters} class="letters">
        {[...KAZAKH, ...LATIN].map((letter) => (
          <a
            key={letter}
            href={`${by}&from=${encodeURIComponent(letter)}`}
            onClick={follow}
            aria-current={letter === from ? 'true' : undefined}
          >
            {letter}
          </a>
        ))}
      </nav>
      <form action="/browse" class="from">
        <input type="hidden" name="by" value={`${kind}s`} />
        <label>
          <span>{words.from}</span>
          <input name="from" defaultValue={from} maxLength={100} autocomplete="off" />
        </label>
        <button type="submit">{words.show}</button>
      </form>
      {refused && (
        <div class="notice stop" role="alert">
          <strong>{t.refusals[refused]}.</strong> {t.nextSteps[refused]}
        </div>
      )}
      {!page && !refused && <p role="status">{t.loading}</p>}
      {page?.headings.length === 0 && <p role="status">{words.none}</p>}
      {page && (
        <ul class="headings">
          {page.headings.map(({ id, label, years, titles }) => (
            <li key={id}>
              <a href={`/search?${new URLSearchParams({ [kind]: label })}`} data-heading={id}>
                {label}
                {years && `, ${years}`}
              </a>{' '}
              <span class="quiet one-line">{words.titles(titles >= MOST_COUNTED ? `${MOST_COUNTED - 1}+` : String(titles))}</span>
            </li>
          ))}
        </ul>
      )}
      <p class="turn">
        {(from || after) && (
          <a class="button" href={by} onClick={follow}>
            {words.first}
          </a>
        )}
        {page?.next && (
          <a class="button" rel="next" href={`${by}&after=${encodeURIComponent(page.next)}`} onClick={follow}>
            {words.more}
          </a>
        )}
      </p>
    </>
  )
}
