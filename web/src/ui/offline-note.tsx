import { useEffect, useState } from 'preact/hooks'
import { OFFLINE_ANSWER } from '../api.ts'
import { useSpeech } from '../i18n/language.tsx'
import { momentText } from '../i18n/words.ts'

/** Says that the line is gone, and of when what is shown may be. */
export function OfflineNote() {
  const { t } = useSpeech()
  const [offline, setOffline] = useState(navigator.onLine === false)
  const [keptAt, setKeptAt] = useState<string>()
  useEffect(() => {
    const gone = () => setOffline(true)
    const back = () => {
      setOffline(false)
      setKeptAt(undefined)
    }
    const shown = (event: Event) => {
      setOffline(true)
      setKeptAt(String((event as CustomEvent).detail))
    }
    const { keptAt: pageKeptAt } = document.documentElement.dataset
    if (pageKeptAt !== undefined) {
      setOffline(true)
      setKeptAt(pageKeptAt || undefined)
    }
    addEventListener('offline', gone)
    addEventListener('online', back)
    addEventListener(OFFLINE_ANSWER, shown)
    return () => {
      removeEventListener('offline', gone)
      removeEventListener('online', back)
      removeEventListener(OFFLINE_ANSWER, shown)
    }
  }, [])
  return (
    <div role="status" class="offline">
      {offline && (
        <p data-offline>
          {t.offline} {keptAt && `${t.keptAt} ${momentText(keptAt, new Date())}`}
        </p>
      )}
    </div>
  )
}
