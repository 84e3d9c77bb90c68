import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { hasUnsavedWork } from './scanner/written-field.ts'
import type { Screen } from './screens.ts'

/** Which screen is open; and behind the desk the one that a scan called away from in the middle of writing. */
export function useDeskScreens(first: Screen) {
  const [screen, show] = useState(first)
  const [kept, keep] = useState<Screen>()
  const focused = useRef<Element | null>(null)
  useLayoutEffect(() => {
    if (screen !== kept) return
    if (focused.current instanceof HTMLElement) focused.current.focus()
    keep(undefined)
  }, [screen])
  const shown = () => document.querySelector('main > [data-shown]')
  return {
    screen,
    kept: kept === screen ? undefined : kept,
    shown,
    goTo: show,
    callToDesk: () => {
      const left = shown()
      if (left && hasUnsavedWork(left)) {
        keep(screen)
        focused.current = document.activeElement
      }
      show('desk')
    },
  }
}
