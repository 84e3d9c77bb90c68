import { useEffect, useState } from 'preact/hooks'
import { MOST_COUNTED } from '../../../../worker/domain/catalogue/listed-heading.ts'
import { listHeadings } from '../../api.ts'
import type { Answer, HeadingPage } from '../../api-shapes.ts'
import { useSpeech } from '../../i18n/language.tsx'
import { type Place, placeName } from './place.ts'
import { useBrowseWords } from './use-browse-words.ts'

const KAZAKH = [...'АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЫІЭЮЯ']
const LATIN = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** What the page was drawn with. */
export interface KnownHeadings {
  /** As `placeName` writes it. */
  place: string
  answer: Answer<HeadingPage>
}

interface Props {
  place: Place
  known: Partial<KnownHeadings> | undefined
  follow: (event: MouseEvent & { currentTarget: HTMLAnchorElement }) => void
}

/** Authors or subjects in the order of the Kazakh alphabet, from a letter or a word on. */
export function HeadingList({ place, known, follow }: Props) {
  const { t } = useSpeech()
  const words = useBrowseWords()
  const { way, from, after } = place
  const kind = way === 'authors' ? 'author' : 'subject'
  const [answer, setAnswer] = useState(known?.place === placeName(place) ? known.answer : undefined)
  const by = `/browse?by=${way}`
  useEffect(() => {
    if (!answer?.ok) listHeadings(kind, from, after).then(setAnswer)
  }, [])
  const page = answer?.ok ? answer.value : undefined
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
        <input type="hidden" name="by" value={way} />
        <label>
          <span>{words.from}</span>
          <input name="from" defaultValue={from} maxLength={100} autocomplete="off" />
        </label>
        <button type="submit">{words.show}</button>
      </form>
      {answer && !answer.ok && (
        <div class="notice stop" role="alert">
          <strong>{t.refusals[answer.refused]}.</strong> {t.nextSteps[answer.refused]}
        </div>
      )}
      {!answer && <p role="status">{t.loading}</p>}
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
