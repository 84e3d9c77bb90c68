import { type ComponentChildren, render } from 'preact'
import { firstSpoken, SpeechProvider } from '../i18n/language.tsx'

export async function show(page: ComponentChildren) {
  const place = document.getElementById('page')
  const first = await firstSpoken()
  if (place) render(<SpeechProvider first={first}>{page}</SpeechProvider>, place)
}
