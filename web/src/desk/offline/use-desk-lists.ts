import { useEffect, useRef, useState } from 'preact/hooks'
import { freshLists, type KnownLists, listsOnDisk } from './desk-lists.ts'

const LOOK_AGAIN_MS = 15 * 60_000

/** The lists that this desk works by when the line is gone; fetched in the background while there is one. */
export function useDeskLists(branch: number, noLine: boolean) {
  const [known, setKnown] = useState<KnownLists>()
  const current = useRef<KnownLists | undefined>(undefined)
  useEffect(() => {
    let over = false
    const tell = (lists: KnownLists | undefined) => {
      if (over) return
      current.current = lists
      setKnown(lists)
    }
    const renew = async () => {
      const present = current.current?.branch === branch ? current.current : await listsOnDisk(branch).catch(() => undefined)
      tell(present)
      if (!noLine) tell(await freshLists(branch, present).catch(() => present))
    }
    void renew()
    const clock = setInterval(renew, LOOK_AGAIN_MS)
    return () => {
      over = true
      clearInterval(clock)
    }
  }, [branch, noLine])
  return { known, current: current.current }
}
