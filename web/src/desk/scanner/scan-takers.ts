import { createContext } from 'preact'
import { useContext, useLayoutEffect } from 'preact/hooks'
import { isCard } from '../../../../worker/domain/identifiers.ts'
import { useLatest } from '../../ui/use-latest.ts'

/** Does what a scan means where it stands; false when it means nothing there. */
type Taker = (code: string) => boolean

const takers = new Set<Taker>()

/** False on a screen that is kept behind another. */
export const Shown = createContext(true)

/** A list that knows its books by their barcodes; until its screen is left, not until the next one is painted. */
export function useScanTaker(take: Taker) {
  const shown = useContext(Shown)
  const latest = useLatest(take)
  useLayoutEffect(() => {
    if (!shown) return
    const taker: Taker = (code) => latest.current(code)
    takers.add(taker)
    return () => void takers.delete(taker)
  }, [shown])
}

/** A list of the open screen knows the book, and does with it what it is for. */
export const giveToLists = (code: string): boolean => [...takers].some((take) => take(code))

/** Parts of the open screen that are not there yet, and what was scanned for them. */
const awaited = new Set<symbol>()
let early: (() => void)[] = []

/** While a part of the open screen is awaited, so are those who would take a scan. */
export function useAwaited(isAwaited: boolean) {
  const shown = useContext(Shown)
  useLayoutEffect(() => {
    if (!isAwaited || !shown) return
    const part = Symbol('awaited')
    awaited.add(part)
    return () => {
      awaited.delete(part)
      // What comes in its place listens before this commit ends.
      queueMicrotask(giveEarly)
    }
  }, [isAwaited, shown])
}

/** Gives a scan now, or when the screen is whole or left. */
export function whenThere(give: () => void) {
  if (awaited.size === 0) give()
  else early.push(give)
}

function giveEarly() {
  if (awaited.size > 0) return
  const scans = early
  early = []
  for (const give of scans) give()
}

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
