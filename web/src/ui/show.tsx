import { type ComponentChildren, render } from 'preact'
import { SpeechProvider } from '../i18n/language.tsx'

export function show(page: ComponentChildren) {
  const place = document.getElementById('page')
  if (place) render(<SpeechProvider>{page}</SpeechProvider>, place)
}
