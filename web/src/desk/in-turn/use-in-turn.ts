import { useEffect, useRef, useState } from 'preact/hooks'
import type { Answer } from '../../api-shapes.ts'
import { type Deed, refusedDeed } from '../deed.ts'
import { sound } from '../sound.ts'

const RETRY_MS = 2_000
const DEEDS_KEPT = 30

export interface InTurn<Scan> {
  /** The last first. */
  deeds: Deed[]
  waiting: number
  noLine: boolean
  add: (scan: Scan) => void
}

/** Scans one after another without waiting for answers; each is sent again under its own key until it is answered. */
export function useInTurn<Scan extends { copy: string }>(send: (scan: Scan, key: string) => Promise<Answer<Deed>>): InTurn<Scan> {
  const [deeds, setDeeds] = useState<Deed[]>([])
  const [waiting, setWaiting] = useState(0)
  const [noLine, setNoLine] = useState(false)
  const line = useRef<Promise<void>>(Promise.resolve())

  const carryOut = async (scan: Scan, key: string) => {
    for (;;) {
      const answer = await send(scan, key)
      const isAway = !answer.ok && answer.refused === 'no-connection'
      setNoLine(isAway)
      if (isAway) {
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
        continue
      }
      const deed = answer.ok ? answer.value : refusedDeed(key, scan.copy, answer.refusals)
      sound(deed.tone)
      setDeeds((told) => [deed, ...told].slice(0, DEEDS_KEPT))
      return setWaiting((count) => count - 1)
    }
  }
  const add = (scan: Scan) => {
    const key = crypto.randomUUID()
    setWaiting((count) => count + 1)
    line.current = line.current.then(() => carryOut(scan, key))
  }
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    if (waiting > 0) addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [waiting])
  return { deeds, waiting, noLine, add }
}
