import { createContext } from 'preact'
import { useContext, useLayoutEffect, useRef } from 'preact/hooks'
import { isCard } from '../../../../worker/domain/identifiers.ts'

/** Does what a scan means where it stands; false when it means nothing there. */
type Taker = (code: string) => boolean

const takers = new Set<Taker>()

/** False on a screen that is kept behind another. */
export const Shown = createContext(true)

/** A list that knows its books by their barcodes; until its screen is left, not until the next one is painted. */
export function useScanTaker(take: Taker) {
  const shown = useContext(Shown)
  const latest = useRef(take)
  latest.current = take
  useLayoutEffect(() => {
    if (!shown) return
    const taker: Taker = (code) => latest.current(code)
    takers.add(taker)
    return () => void takers.delete(taker)
  }, [shown])
}

/** A list of the open screen knows the book, and does with it what it is for. */
export const giveToLists = (code: string): boolean => [...takers].some((take) => take(code))

/** A scan while the focus is elsewhere on a screen: for one of its lists, or for its own field. */
export function giveToScreen(screen: ParentNode, code: string): boolean {
  if (giveToLists(code)) return true
  const kinds = isCard(code) ? ['reader', 'any'] : ['copy', 'any']
  const field = kinds.map((kind) => screen.querySelector<HTMLInputElement>(`[data-scan="${kind}"]`)).find(Boolean)
  if (!field?.form) return false
  field.value = code
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.form.requestSubmit()
  return true
}
