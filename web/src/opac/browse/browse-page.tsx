import { useEffect, useState } from 'preact/hooks'
import { useSpeech } from '../../i18n/language.tsx'
import { PublicPage } from '../../ui/public-page.tsx'
import { ClassTree } from './class-tree.tsx'
import { HeadingList } from './heading-list.tsx'
import { useBrowseWords } from './use-browse-words.ts'

const WAYS = ['classes', 'authors', 'subjects'] as const
type Way = (typeof WAYS)[number]

/** The way and the place in it stand in the address: `/browse?by=authors&from=Ә`. */
function readPlace() {
  const query = new URLSearchParams(location.search)
  const way: Way = WAYS.find((each) => each === query.get('by')) ?? 'classes'
  return { way, from: query.get('from') ?? '', after: query.get('after') ?? '' }
}

export function BrowsePage() {
  const { t } = useSpeech()
  const words = useBrowseWords()
  const [place, setPlace] = useState(readPlace)
  useEffect(() => {
    const follow = () => setPlace(readPlace())
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
    setPlace(readPlace())
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
        {place.way === 'classes' ? (
          <ClassTree />
        ) : (
          <HeadingList
            key={`${place.way} ${place.from} ${place.after}`}
            kind={place.way === 'authors' ? 'author' : 'subject'}
            from={place.from}
            after={place.after}
            follow={follow}
          />
        )}
      </div>
    </PublicPage>
  )
}
