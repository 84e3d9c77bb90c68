import { useLayoutEffect, useRef } from 'preact/hooks'
import { useSpeech } from '../i18n/language.tsx'
import { useLatest } from '../ui/use-latest.ts'
import { digitOfPlace, isTextEntry } from './keys.ts'
import type { Counter } from './use-counter.ts'
import { useDeskWords } from './use-desk-words.ts'

const SIGNS: Record<string, 'visit' | 'question'> = { '+': 'visit', '?': 'question', '/': 'question' }

export function ScanField({ counter }: { counter: Counter }) {
  const { t } = useSpeech()
  const words = useDeskWords()
  const field = useRef<HTMLInputElement>(null)
  const latest = useLatest(counter)
  useLayoutEffect(() => {
    field.current?.focus()
    const typed = (event: KeyboardEvent) => {
      const plain = event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey
      const here = event.target === field.current
      if (!plain || event.key === ' ' || (isTextEntry(event.target) && !here)) return
      const sign = field.current?.value === '' ? SIGNS[event.key] : undefined
      if (sign) {
        event.preventDefault()
        if (!event.repeat) latest.current[sign]()
        return
      }
      field.current?.focus()
      const digit = digitOfPlace(event)
      if (!digit) return
      event.preventDefault()
      field.current?.setRangeText(digit, field.current.selectionStart ?? 0, field.current.selectionEnd ?? 0, 'end')
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
  const asked =
    counter.mode === 'visit' ? words.scanVisit : counter.mode === 'return' ? t.scanReturn : counter.reader ? t.scanCopy : t.scanLend
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
