import { useEffect, useRef } from 'preact/hooks'
import { digitOfPlace, isTextEntry } from './keys.ts'

const SHORTEST_CODE = 6
/** A pause after which the keys before it belong to nothing. */
const PAUSE_MS = 1_500

/** A scanner's keys, ended by Enter, on a screen without a scan field: whatever has the focus, unless it is written in. */
export function useScanner(active: boolean, onCode: (code: string) => void) {
  const latest = useRef(onCode)
  latest.current = onCode
  useEffect(() => {
    if (!active) return
    let keys = ''
    let before = 0
    const pressed = (event: KeyboardEvent) => {
      if (isTextEntry(event.target) || event.ctrlKey || event.altKey || event.metaKey) {
        keys = ''
        return
      }
      if (event.timeStamp - before > PAUSE_MS) keys = ''
      before = event.timeStamp
      if (event.key.length === 1 && event.key !== ' ') {
        keys += digitOfPlace(event) ?? event.key
        // A list of choices would jump to what begins so.
        if (event.target instanceof HTMLSelectElement) event.preventDefault()
      } else if (event.key === 'Enter' && keys.length >= SHORTEST_CODE) {
        // Else it would press the button that has the focus.
        event.preventDefault()
        event.stopPropagation()
        latest.current(keys)
        keys = ''
      } else if (event.key === 'Enter' || event.key === 'Tab') keys = ''
    }
    addEventListener('keydown', pressed, { capture: true })
    return () => removeEventListener('keydown', pressed, { capture: true })
  }, [active])
}
