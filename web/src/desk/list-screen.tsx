import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Skip } from '../../../worker/domain/circulation/holds/next-hold.ts'
import type { Branch } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import type { RefusalSlug } from '../refusal-slug.ts'
import { useLastAsked } from '../ui/use-last-asked.ts'
import { useLatest } from '../ui/use-latest.ts'
import { holdShelf, type OnHoldShelf, type Pull, pullList } from './list-api.ts'
import { PullSheet } from './pull-sheet.tsx'
import { RefusedNotice } from './refused-notice.tsx'
import { useAwaited } from './scanner/scan-takers.ts'
import { ShelfSheet } from './shelf-sheet.tsx'
import { useDeskWords } from './use-desk-words.ts'

const byShelf = ({ copy: a }: Pull, { copy: b }: Pull) =>
  (a.location ?? '').localeCompare(b.location ?? '') || (a.shelfmark ?? '').localeCompare(b.shelfmark ?? '')

/** What is to be fetched from the shelves of this branch, in the order of the shelves; and what is set aside for readers. */
export function ListScreen({ branches, branch }: { branches: Branch[]; branch: number }) {
  const { t } = useSpeech()
  const words = useDeskWords()
  const [pulls, setPulls] = useState<Pull[]>()
  const [skips, setSkips] = useState<Skip[]>([])
  const [shelf, setShelf] = useState<OnHoldShelf[]>()
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])
  const [looked, setLooked] = useState(0)
  const lastAsked = useLastAsked()
  const here = useLatest(branch)
  const load = async () => {
    const answers = await lastAsked.ask(Promise.all([pullList(here.current), holdShelf(here.current)]))
    if (!answers) return
    const [toPull, aside] = answers
    if (toPull.ok) {
      setPulls(toPull.value.pulls.sort(byShelf))
      setSkips(toPull.value.skips)
    }
    if (aside.ok) setShelf(aside.value.shelf)
    setRefusals(toPull.ok ? (aside.ok ? [] : aside.refusals) : toPull.refusals)
  }
  useLayoutEffect(() => {
    setPulls(undefined)
    setShelf(undefined)
    setRefusals([])
    void load()
  }, [branch])
  useAwaited(!pulls && refusals.length === 0)
  const screen = useRef<HTMLDivElement>(null)
  const refresh = async () => {
    setRefusals([])
    await load()
    // What is being done to some books is not forgotten.
    if (!screen.current?.querySelector('[data-work]')) setLooked((times) => times + 1)
  }
  const shown = { branches, branch, onChanged: load }
  return (
    <div class="desk-screen" ref={screen}>
      <h1 class="unseen">{words.lists}</h1>
      <div class="actions">
        <button type="button" data-refresh onClick={refresh}>
          {words.refresh}
        </button>
      </div>
      <RefusedNotice refusals={refusals} />
      {!pulls && refusals.length === 0 && <p role="status">{t.loading}</p>}
      {pulls && <PullSheet key={`pull ${branch} ${looked}`} {...shown} pulls={pulls} skips={skips} />}
      {shelf && <ShelfSheet key={`shelf ${branch} ${looked}`} {...shown} shelf={shelf} />}
    </div>
  )
}
