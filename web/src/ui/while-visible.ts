import { useEffect } from 'preact/hooks'

const EVERY_MS = 30_000

/** Runs `refresh` at once, every 30 seconds while the page is seen, and when it is seen again. */
export function useWhileVisible(refresh: () => void, key: string) {
  useEffect(() => {
    if (key === '') return
    const refreshIfSeen = () => {
      if (document.visibilityState === 'visible') refresh()
    }
    refreshIfSeen()
    const timer = setInterval(refreshIfSeen, EVERY_MS)
    document.addEventListener('visibilitychange', refreshIfSeen)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', refreshIfSeen)
    }
  }, [key])
}
