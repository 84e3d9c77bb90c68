import { type ComponentType, Fragment } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import { useSpeech } from '../i18n/language.tsx'

/**
 * A component whose code is fetched when it is first shown; without a line it says so, and is asked for again when shown again.
 * `Meanwhile` stands in its place until then.
 */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>, Meanwhile: ComponentType = Fragment) {
  let fetched: ComponentType<Props> | undefined
  return function Lazy(props: Props) {
    const { t } = useSpeech()
    const [Shown, setShown] = useState<ComponentType<Props> | undefined>(() => fetched)
    const [failed, setFailed] = useState(false)
    useLayoutEffect(() => {
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
    if (failed) return <p role="status" data-not-there>{`${t.refusals['no-connection']}. ${t.nextSteps['no-connection']}`}</p>
    return (
      <>
        <Meanwhile />
        <p role="status">{t.loading}</p>
      </>
    )
  }
}
