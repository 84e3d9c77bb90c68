import { useEffect, useState } from 'preact/hooks'
import { everything, forget, keep } from './desk-store.ts'
import type { Exception } from './scan-queue.ts'

/** What waits for somebody to look, kept on the disk until they say that it is settled. */
export function useExceptions() {
  const [exceptions, setExceptions] = useState<Exception[]>([])
  useEffect(() => {
    everything<Exception>('exceptions').then(setExceptions, () => undefined)
  }, [])
  return {
    exceptions,
    raise: async (exception: Exception) => {
      await keep('exceptions', `${exception.doneAt} ${exception.scan.key}`, exception).catch(() => undefined)
      setExceptions((known) => [...known, exception])
    },
    settle: async (exception: Exception) => {
      await forget('exceptions', `${exception.doneAt} ${exception.scan.key}`).catch(() => undefined)
      setExceptions((known) => known.filter(({ scan }) => scan.key !== exception.scan.key))
    },
  }
}
