import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { hasUnsavedWork } from './scanner/written-field.ts'
import type { Screen } from './screens.ts'

/** Which screen is open; and behind it those that were left in the middle of writing. */
export function useDeskScreens(first: Screen) {
  const [screen, show] = useState(first)
  const [kept, keep] = useState<readonly Screen[]>([])
  const open = useRef(first)
  const focused = useRef(new Map<Screen, HTMLElement>())
  useLayoutEffect(() => {
    focused.current.get(screen)?.focus()
    focused.current.delete(screen)
  }, [screen])
  const shown = () => document.querySelector('main > [data-shown]')
  const goTo = (next: Screen) => {
    const [from, left] = [open.current, shown()]
    if (next === from) return
    // The counter listens to every key, and keeps what it shows elsewhere.
    const stays = from !== 'desk' && left !== null && hasUnsavedWork(left)
    const { activeElement } = document
    if (stays && activeElement instanceof HTMLElement && left.contains(activeElement)) focused.current.set(from, activeElement)
    keep((screens) => [...screens.filter((each) => each !== from && each !== next), ...(stays ? [from] : [])])
    open.current = next
    show(next)
  }
  return { screen, kept, shown, goTo }
}
