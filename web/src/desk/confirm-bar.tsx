import { useLayoutEffect } from 'preact/hooks'
import { useSpeech } from '../i18n/language.tsx'
import { roleWord } from '../i18n/words.ts'
import type { Deed } from './deed.ts'
import type { Counter } from './use-counter.ts'
import { useDeskWords } from './use-desk-words.ts'

interface Props {
  asks: NonNullable<Deed['asks']>
  role: string
  counter: Counter
}

/** Confirmed with Ctrl+Enter, which no scanner sends: the Enter of the next book must not confirm this one. */
export function ConfirmBar({ asks, role, counter }: Props) {
  const { t } = useSpeech()
  const words = useDeskWords()
  const may = asks.by.includes(role)
  const confirm = () => {
    counter.decline()
    counter.confirm(asks)
  }
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!may || event.repeat || !event.ctrlKey || event.key !== 'Enter') return
      event.preventDefault()
      confirm()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [asks])
  if (!may) {
    return (
      <p class="confirm-bar" data-confirm-by={asks.by.join(' ')}>
        {words.mayBeConfirmedBy}: {asks.by.map((each) => roleWord(t, each).toLocaleLowerCase('kk')).join(', ')}
      </p>
    )
  }
  return (
    <div class="confirm-bar actions">
      <button type="button" class="primary" data-confirm={asks.slugs.join(' ')} onClick={confirm}>
        {words.confirm} <kbd>Ctrl+Enter</kbd>
      </button>
      <button type="button" data-decline onClick={counter.decline}>
        {words.decline}
      </button>
    </div>
  )
}
