import { type ComponentChildren, createContext } from 'preact'
import { useContext, useLayoutEffect, useState } from 'preact/hooks'
import { en } from './en.ts'
import { kk, type Texts } from './kk.ts'
import { ru } from './ru.ts'

export type Language = 'kk' | 'ru' | 'en'

export const TEXTS: Record<Language, Texts> = { kk, ru, en }
export const LANGUAGES: Language[] = ['kk', 'ru', 'en']
const STORED_AS = 'bulaq-language'

function storedLanguage(): Language {
  try {
    const stored = localStorage.getItem(STORED_AS)
    return LANGUAGES.find((language) => language === stored) ?? 'kk'
  } catch {
    return 'kk'
  }
}

function storeLanguage(language: Language) {
  try {
    localStorage.setItem(STORED_AS, language)
  } catch {
    // A browser that stores nothing still switches until the page is closed.
  }
}

interface Speech {
  t: Texts
  language: Language
  speak: (language: Language) => void
}

const SpeechContext = createContext<Speech>({ t: kk, language: 'kk', speak: () => {} })

export const useSpeech = () => useContext(SpeechContext)

export function SpeechProvider({ children }: { children: ComponentChildren }) {
  const [language, setLanguage] = useState(storedLanguage)
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const speak = (chosen: Language) => {
    storeLanguage(chosen)
    setLanguage(chosen)
  }
  return <SpeechContext.Provider value={{ t: TEXTS[language], language, speak }}>{children}</SpeechContext.Provider>
}
