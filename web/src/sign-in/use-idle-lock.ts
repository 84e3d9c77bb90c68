import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { isIdle, noteInput, watchIdle } from './idle.ts'

/**
 * Locks the page that nobody touches. Without a line no password can be asked: then the desk may be opened all the same, and
 * is locked again when the line is back (docs/decisions/idle-lock.md).
 */
export function useIdleLock(noLine = false) {
  const [locked, setLocked] = useState(isIdle)
  const [owed, setOwed] = useState(false)
  // Gone as soon as the lock is drawn, or the first key for it would be swallowed.
  useLayoutEffect(() => (locked ? undefined : watchIdle(() => setLocked(true))), [locked])
  useEffect(() => {
    if (noLine || !owed) return
    setOwed(false)
    setLocked(true)
  }, [noLine, owed])
  const open = () => {
    noteInput()
    setOwed(false)
    setLocked(false)
  }
  return {
    locked,
    open,
    openWithoutLine: () => {
      open()
      setOwed(true)
    },
  }
}
