import { useEffect, useRef, useState } from 'preact/hooks'
import { change } from '../../api.ts'
import type { Branch, ReturnAnswer } from '../../api-shapes.ts'
import { type Deed, refusedDeed, returnedDeed } from '../deed.ts'
import { sound } from '../sound.ts'

/** A book as it was scanned: what is chosen later is for later books. */
interface DropScan {
  key: string
  copy: string
  branch: number
  returnedOn?: string
  usedOnSite?: true
}

const RETRY_MS = 2_000
const DEEDS_KEPT = 30

/** Scans one after another without waiting for answers; each is sent again under its own key until it is answered. */
export function useDrop(branches: Branch[]) {
  const [deeds, setDeeds] = useState<Deed[]>([])
  const [waiting, setWaiting] = useState(0)
  const [noLine, setNoLine] = useState(false)
  const line = useRef<Promise<void>>(Promise.resolve())

  const send = async ({ key, ...scan }: DropScan) => {
    for (;;) {
      const answer = await change<ReturnAnswer>('POST', '/api/returns', scan, key)
      const isAway = !answer.ok && answer.refused === 'no-connection'
      setNoLine(isAway)
      if (isAway) {
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
        continue
      }
      const slip = answer.ok ? answer.value.return.slip : null
      const deed = answer.ok ? returnedDeed(key, answer.value, branches, scan.branch) : refusedDeed(key, scan.copy, answer.refusals)
      sound(deed.tone)
      setDeeds((told) => [{ ...deed, ...(slip ? { slip } : {}) }, ...told].slice(0, DEEDS_KEPT))
      return setWaiting((count) => count - 1)
    }
  }
  const add = (scan: Omit<DropScan, 'key'>) => {
    const keyed = { ...scan, key: crypto.randomUUID() }
    setWaiting((count) => count + 1)
    line.current = line.current.then(() => send(keyed))
  }
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    if (waiting > 0) addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [waiting])
  return { deeds, waiting, noLine, add }
}
