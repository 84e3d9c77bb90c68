import { type ComponentChildren, createContext } from 'preact'
import { useContext, useLayoutEffect, useState } from 'preact/hooks'
import { useLastAsked } from '../ui/use-last-asked.ts'
import { type Language, type Spoken, storeLanguage, TEXTS } from './dictionary.ts'

interface Speech extends Spoken {
  speak: (language: Language) => void
}

const SpeechContext = createContext<Speech | undefined>(undefined)

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext)
  if (!speech) throw new Error('no language is spoken here')
  return speech
}

export function SpeechProvider({ first, children }: { first: Spoken; children: ComponentChildren }) {
  const [spoken, setSpoken] = useState(first)
  const lastAsked = useLastAsked()
  useLayoutEffect(() => {
    document.documentElement.lang = spoken.language
  }, [spoken])
  const speak = async (language: Language) => {
    const t = await lastAsked.ask(TEXTS[language]().catch(() => undefined))
    if (!t) return
    storeLanguage(language)
    setSpoken({ language, t })
  }
  return <SpeechContext.Provider value={{ ...spoken, speak }}>{children}</SpeechContext.Provider>
}
