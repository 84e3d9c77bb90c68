import { useState } from 'preact/hooks'
import type { Answer, Refused } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { passkeysWork } from './passkeys-work.ts'

const WORDS = {
  kk: { enter: 'Кіру кілтімен кіру', cancelled: 'Кіру кілті қолданылмады. Қайталап көріңіз немесе басқа жолмен кіріңіз.' },
  ru: { enter: 'Войти с ключом доступа', cancelled: 'Ключ доступа не использован. Попробуйте ещё раз или войдите другим способом.' },
  en: { enter: 'Sign in with a passkey', cancelled: 'No passkey was used. Try once more or sign in another way.' },
}

interface Props<Entered> {
  door: string
  /** What else the library is told, when the button is pressed. */
  more?: () => object
  onEntered: (entered: Entered) => void
  onRefused: (refused: Refused | undefined) => void
}

/** Few press the button: what it does is fetched when it is pressed. */
async function withPasskey<Entered>(door: string, more: object): Promise<Answer<Entered> | 'cancelled'> {
  try {
    const { enterWithPasskey } = await import('./enter-with-passkey.ts')
    return await enterWithPasskey<Entered>(door, more)
  } catch {
    return { ok: false, refused: 'no-connection', refusals: ['no-connection'] }
  }
}

/** The other way in: nothing is typed. Not shown where it cannot work. */
export function PasskeyButton<Entered>({ door, more, onEntered, onRefused }: Props<Entered>) {
  const words = WORDS[useSpeech().language]
  const [busy, setBusy] = useState(false)
  const [cancelled, setCancelled] = useState(false)
  if (!passkeysWork()) return null
  const enter = async () => {
    setBusy(true)
    setCancelled(false)
    onRefused(undefined)
    const answer = await withPasskey<Entered>(door, more?.() ?? {})
    setBusy(false)
    if (answer === 'cancelled') setCancelled(true)
    else if (answer.ok) onEntered(answer.value)
    else onRefused(answer)
  }
  return (
    <>
      <button type="button" data-passkey disabled={busy} onClick={enter}>
        {words.enter}
      </button>
      <p role="status" class="quiet" data-passkey-told={cancelled ? 'cancelled' : undefined}>
        {cancelled ? words.cancelled : ''}
      </p>
    </>
  )
}
