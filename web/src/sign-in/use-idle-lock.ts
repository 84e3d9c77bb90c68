import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { LOCK_AFTER_MS } from '../../../worker/domain/sign-in/session-time.ts'

/** When somebody last touched a page of the staff here, in milliseconds: kept on the device, so that opening the page again opens no lock. */
const LAST_INPUT = 'bulaq-last-input'
const LOOK_EVERY_MS = 5_000
const INPUTS = ['keydown', 'pointerdown'] as const

const lastInput = () => Number(localStorage.getItem(LAST_INPUT) ?? Date.now())
const isIdle = () => Date.now() - lastInput() >= LOCK_AFTER_MS

/** Whoever has just signed in is there. */
export const noteInput = () => localStorage.setItem(LAST_INPUT, String(Date.now()))

/**
 * Locks the page that nobody touches. Without a line no password can be asked: then the desk may be opened all the same, and
 * is locked again when the line is back (docs/decisions/idle-lock.md).
 */
export function useIdleLock(noLine = false) {
  const [locked, setLocked] = useState(isIdle)
  const [owed, setOwed] = useState(false)
  // Gone as soon as the lock is drawn, or the first key for it would be swallowed.
  useLayoutEffect(() => {
    if (locked) return
    noteInput()
    const look = () => isIdle() && setLocked(true)
    // The key that finds the desk idle opens nothing and does nothing.
    const touched = (event: Event) => {
      if (!isIdle()) return noteInput()
      event.preventDefault()
      event.stopImmediatePropagation()
      setLocked(true)
    }
    const every = setInterval(look, LOOK_EVERY_MS)
    addEventListener('focus', look)
    for (const input of INPUTS) addEventListener(input, touched, { capture: true })
    return () => {
      clearInterval(every)
      removeEventListener('focus', look)
      for (const input of INPUTS) removeEventListener(input, touched, { capture: true })
    }
  }, [locked])
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
