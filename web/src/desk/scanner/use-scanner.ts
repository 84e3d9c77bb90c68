import { useLayoutEffect } from 'preact/hooks'
import { useLatest } from '../../ui/use-latest.ts'
import { digitOfPlace, isTextEntry } from '../keys.ts'
import { type Burst, goOn, isScanned, LONGEST_GAP_MS } from './burst.ts'
import { isField, remember, restore, type Written } from './written-field.ts'

const SHORTEST_CODE = 6
/** A pause after which the keys before it belong to nothing. */
const PAUSE_MS = 1_500

/**
 * A scanner's keys, ended by Enter, wherever the focus is. Where text is written, only what comes too fast for fingers is a
 * scan, and what it typed is taken back; a field meant for barcodes (`data-scan`) keeps it. A scanner is faster than paint:
 * what is listened for changes with the screen, not after it.
 */
export function useScanner(active: boolean, onCode: (code: string) => void) {
  const latest = useLatest(onCode)
  useLayoutEffect(() => {
    if (!active) return
    let keys = ''
    let before = 0
    let burst: (Burst & { written: Written }) | undefined
    const forget = () => {
      keys = ''
      burst = undefined
    }
    const hear = (event: KeyboardEvent, code: string) => {
      // Else it would press the button that has the focus, or send the form that is written in.
      event.preventDefault()
      event.stopPropagation()
      forget()
      latest.current(code)
    }
    const written = (event: KeyboardEvent) => {
      keys = ''
      if (!isField(event.target) || event.target.dataset.scan !== undefined || event.repeat || event.isComposing) return forget()
      if (event.key.length === 1) {
        const next = goOn(burst, digitOfPlace(event) ?? event.key, event.timeStamp)
        const goesOn = burst && burst.startedAt === next?.startedAt && burst.written.field === event.target
        burst = next && { ...next, written: goesOn && burst ? burst.written : remember(event.target) }
      } else if (event.key === 'Enter' && burst && isScanned(burst, event.timeStamp)) {
        const { keys: code } = burst
        restore(burst.written)
        hear(event, code)
      } else if (event.key !== 'Shift') burst = undefined
    }
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return forget()
      // A field that takes the focus in the middle of a scan does not get its rest.
      const goesOn = keys !== '' && event.timeStamp - before <= LONGEST_GAP_MS
      if (isTextEntry(event.target) && !goesOn) return written(event)
      burst = undefined
      if (event.timeStamp - before > PAUSE_MS) keys = ''
      before = event.timeStamp
      if (event.key.length === 1 && event.key !== ' ') {
        keys += digitOfPlace(event) ?? event.key
        // A list of choices would jump to what begins so.
        if (event.target instanceof HTMLSelectElement || isTextEntry(event.target)) event.preventDefault()
      } else if (event.key === 'Enter' && keys.length >= SHORTEST_CODE) hear(event, keys)
      else if (event.key === 'Enter' || event.key === 'Tab') keys = ''
    }
    addEventListener('keydown', pressed, { capture: true })
    return () => removeEventListener('keydown', pressed, { capture: true })
  }, [active])
}
