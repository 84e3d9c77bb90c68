import { firstSpoken } from '../i18n/dictionary.ts'
import { noteEarlyChanges } from './early-changes.ts'

const LONGEST_WAIT_MS = 2_000
const PAINTED = 'first-contentful-paint'

/** What the library drew is on the screen. A page that is empty, or that nobody sees, has nothing to wait for. */
const painted = () =>
  new Promise<void>((resolve) => {
    const isDrawn = document.getElementById('page')?.hasChildNodes()
    if (!isDrawn || document.hidden || !PerformanceObserver.supportedEntryTypes.includes('paint')) return resolve()
    new PerformanceObserver((list) => {
      if (list.getEntriesByName(PAINTED).length > 0) resolve()
    }).observe({ type: 'paint', buffered: true })
    setTimeout(resolve, LONGEST_WAIT_MS)
  })

/** A page as the library drew it is seen before its script takes anything of the line; dictionary and screen then come together. */
export async function begin(screen: () => Promise<unknown>) {
  noteEarlyChanges()
  await painted()
  await Promise.all([firstSpoken(), screen()])
}
