import { useLayoutEffect } from 'preact/hooks'
import type { Mode } from './scan.ts'
import type { Screen } from './screens.ts'
import { SCREEN_KEYS } from './staff-bar.tsx'

const MODES: Record<string, Mode> = { F2: 'lend', F3: 'return', F4: 'visit' }

/** F8 and on open the other screens; F2, F3 and F4 lead back to the desk, ready to lend or to take back. */
export function useScreenKeys(listens: boolean, screens: Screen[], onScreen: (screen: Screen) => void, onMode: (mode: Mode) => void) {
  useLayoutEffect(() => {
    if (!listens) return
    const pressed = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.repeat) return
      const mode = MODES[event.key]
      const screen = mode ? 'desk' : screens.find((each) => SCREEN_KEYS[each] === event.key)
      if (!screen) return
      event.preventDefault()
      onScreen(screen)
      if (mode) onMode(mode)
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [listens, screens.join()])
}
