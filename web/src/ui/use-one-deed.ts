import { useRef } from 'preact/hooks'
import type { Answer } from '../api-shapes.ts'

/** One deed at a time: Enter pressed twice does it once. A deed whose answer was lost keeps its key until there is one. */
export function useOneDeed() {
  const isUnderWay = useRef(false)
  const keys = useRef(new Map<string | number, string>())
  /** Undefined, and nothing done, while another is under way; `of` tells deeds apart that begin at the same place. */
  return async <Value>(deed: (key: string) => Promise<Answer<Value>>, of: string | number = ''): Promise<Answer<Value> | undefined> => {
    if (isUnderWay.current) return undefined
    isUnderWay.current = true
    const key = keys.current.get(of) ?? crypto.randomUUID()
    const answer = await deed(key)
    if (!answer.ok && answer.refused === 'no-connection') keys.current.set(of, key)
    else keys.current.delete(of)
    isUnderWay.current = false
    return answer
  }
}
