import { useEffect } from 'preact/hooks'

const EVERY_MS = 30_000

/** Runs `refresh` at once unless what is shown is `fresh`, every 30 seconds while the page is seen, and when it is seen again. */
export function useWhileVisible(refresh: () => void, key: string, fresh = false) {
  useEffect(() => {
    if (key === '') return
    const refreshIfSeen = () => {
      if (document.visibilityState === 'visible') refresh()
    }
    if (!fresh) refreshIfSeen()
    const timer = setInterval(refreshIfSeen, EVERY_MS)
    document.addEventListener('visibilitychange', refreshIfSeen)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', refreshIfSeen)
    }
  }, [key])
}
