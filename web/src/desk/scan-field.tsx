import { useLayoutEffect, useRef } from 'preact/hooks'
import { useSpeech } from '../i18n/language.tsx'
import type { Counter } from './use-counter.ts'

/** Keys go to the scan field wherever the eye is, except to a control that was chosen on purpose. */
function isControl(target: EventTarget | null) {
  return target instanceof HTMLElement && target.matches('input, select, textarea, button, a, summary')
}

export function ScanField({ counter }: { counter: Counter }) {
  const { t } = useSpeech()
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    field.current?.focus()
    const typed = (event: KeyboardEvent) => {
      const plain = event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey
      const digitOnButton = event.target instanceof HTMLButtonElement && event.key !== ' '
      if (plain && (!isControl(event.target) || digitOnButton)) field.current?.focus()
    }
    const clicked = (event: MouseEvent) => {
      if (event.detail > 0 && !(event.target instanceof HTMLElement && event.target.closest('input, select, a, label')))
        field.current?.focus()
    }
    addEventListener('keydown', typed)
    addEventListener('click', clicked)
    return () => {
      removeEventListener('keydown', typed)
      removeEventListener('click', clicked)
    }
  }, [])
  const asked = counter.mode === 'return' ? t.scanReturn : counter.reader ? t.scanCopy : t.scanLend
  return (
    <form
      class="scan"
      onSubmit={(event) => {
        event.preventDefault()
        const input = field.current
        if (!input) return
        const code = input.value.trim()
        input.value = ''
        if (code) counter.scanned(code)
        input.focus()
      }}
    >
      <label for="scan">{asked}</label>
      <div>
        <input id="scan" name="scan" ref={field} autocomplete="off" spellcheck={false} maxLength={64} enterkeyhint="go" />
        <button type="submit" class="primary">
          {t.enter}
        </button>
      </div>
    </form>
  )
}
