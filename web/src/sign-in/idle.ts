import { LOCK_AFTER_MS } from '../../../worker/domain/sign-in/session-time.ts'

/** When somebody last touched a page of the staff here, in milliseconds: kept on the device, so that opening the page again opens no lock. */
const LAST_INPUT = 'bulaq-last-input'
const LOOK_EVERY_MS = 5_000
const INPUTS = ['keydown', 'pointerdown'] as const

const lastInput = () => Number(localStorage.getItem(LAST_INPUT) ?? Date.now())
export const isIdle = () => Date.now() - lastInput() >= LOCK_AFTER_MS

/** Whoever has just signed in is there. */
export const noteInput = () => localStorage.setItem(LAST_INPUT, String(Date.now()))

/** Tells when nobody has touched the page for so long; until what it answers is called. */
export function watchIdle(onIdle: () => void): () => void {
  noteInput()
  const look = () => isIdle() && onIdle()
  // The key that finds the desk idle opens nothing and does nothing.
  const touched = (event: Event) => {
    if (!isIdle()) return noteInput()
    event.preventDefault()
    event.stopImmediatePropagation()
    onIdle()
  }
  const every = setInterval(look, LOOK_EVERY_MS)
  addEventListener('focus', look)
  for (const input of INPUTS) addEventListener(input, touched, { capture: true })
  return () => {
    clearInterval(every)
    removeEventListener('focus', look)
    for (const input of INPUTS) removeEventListener(input, touched, { capture: true })
  }
}
