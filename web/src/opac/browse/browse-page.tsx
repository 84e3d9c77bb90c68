import { useEffect, useState } from 'preact/hooks'
import { useSpeech } from '../../i18n/language.tsx'
import { PublicPage } from '../../ui/public-page.tsx'
import { ClassTree } from './class-tree.tsx'
import { HeadingList, type KnownHeadings } from './heading-list.tsx'
import { type Place, placeName, readPlace, WAYS } from './place.ts'
import { useBrowseWords } from './use-browse-words.ts'

interface Props {
  first: Place
  known?: Partial<KnownHeadings> | undefined
}

export function BrowsePage({ first, known }: Props) {
  const { t } = useSpeech()
  const words = useBrowseWords()
  const [place, setPlace] = useState(first)
  useEffect(() => {
    const follow = () => setPlace(readPlace(location.search))
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [])
  useEffect(() => {
    document.title = `${words.ways[place.way]} — ${t.site}`
  }, [place.way, words])
  const follow = (event: MouseEvent & { currentTarget: HTMLAnchorElement }) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    history.pushState(null, '', event.currentTarget.href)
    setPlace(readPlace(location.search))
    scrollTo({ top: 0 })
  }
  return (
    <PublicPage>
      <div class="browse">
        <h1>{words.browse}</h1>
        <p class="quiet">{words.lead}</p>
        <nav class="ways" aria-label={words.browse}>
          {WAYS.map((each) => (
            <a key={each} href={`/browse?by=${each}`} onClick={follow} aria-current={each === place.way ? 'page' : undefined}>
              {words.ways[each]}
            </a>
          ))}
        </nav>
        {place.way === 'classes' ? <ClassTree /> : <HeadingList key={placeName(place)} place={place} known={known} follow={follow} />}
      </div>
    </PublicPage>
  )
}
