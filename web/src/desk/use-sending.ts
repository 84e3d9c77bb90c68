import type { Branch } from '../api-shapes.ts'
import { sentDeed } from './deed.ts'
import { useInTurn } from './in-turn/use-in-turn.ts'
import { sendCopy } from './transfer-api.ts'

/** With `branch` the copy is in hand there. What is chosen later is for later copies. */
interface Sending {
  copy: string
  to: number
  branch?: number
}

/** Copies that are sent one after another. */
export function useSending(branches: Branch[]) {
  return useInTurn<Sending>(async (scan, key) => {
    const answer = await sendCopy(scan, key)
    return answer.ok ? { ok: true, value: sentDeed(key, answer.value.transfer, branches) } : answer
  })
}
