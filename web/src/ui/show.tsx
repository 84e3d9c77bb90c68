import { type ComponentChildren, render } from 'preact'
import { firstSpoken } from '../i18n/dictionary.ts'
import { SpeechProvider } from '../i18n/language.tsx'
import { repeatEarlyChanges } from './early-changes.ts'

export async function show(page: ComponentChildren) {
  const place = document.getElementById('page')
  const first = await firstSpoken()
  if (!place) return
  render(<SpeechProvider first={first}>{page}</SpeechProvider>, place)
  await repeatEarlyChanges()
}
