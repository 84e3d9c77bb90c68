import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useSpeech } from '../i18n/language.tsx'

/** A component whose code is fetched when it is first shown; without a line it says so, and is asked for again when shown again. */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let fetched: ComponentType<Props> | undefined
  return function Lazy(props: Props) {
    const { t } = useSpeech()
    const [Shown, setShown] = useState<ComponentType<Props> | undefined>(() => fetched)
    const [failed, setFailed] = useState(false)
    useEffect(() => {
      if (Shown) return
      load().then(
        (component) => {
          fetched = component
          setShown(() => component)
        },
        () => setFailed(true),
      )
    }, [])
    if (Shown) return <Shown {...props} />
    return <p role="status">{failed ? `${t.refusals['no-connection']}. ${t.nextSteps['no-connection']}` : t.loading}</p>
  }
}
