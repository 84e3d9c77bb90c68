import { type ComponentChildren, createContext } from 'preact'
import { useContext, useLayoutEffect, useState } from 'preact/hooks'
import type { Texts } from './kk.ts'

export type Language = 'kk' | 'ru' | 'en'

export const LANGUAGES: Language[] = ['kk', 'ru', 'en']
const STORED_AS = 'bulaq-language'

/** A reader fetches the dictionary of one language, not of three. */
const TEXTS: Record<Language, () => Promise<Texts>> = {
  kk: async () => (await import('./kk.ts')).kk,
  ru: async () => (await import('./ru.ts')).ru,
  en: async () => (await import('./en.ts')).en,
}

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

interface Spoken {
  t: Texts
  language: Language
}

interface Speech extends Spoken {
  speak: (language: Language) => void
}

const SpeechContext = createContext<Speech | undefined>(undefined)

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext)
  if (!speech) throw new Error('no language is spoken here')
  return speech
}

export async function firstSpoken(): Promise<Spoken> {
  const language = storedLanguage()
  return { language, t: await TEXTS[language]() }
}

export function SpeechProvider({ first, children }: { first: Spoken; children: ComponentChildren }) {
  const [spoken, setSpoken] = useState(first)
  useLayoutEffect(() => {
    document.documentElement.lang = spoken.language
  }, [spoken])
  const speak = async (language: Language) => {
    const t = await TEXTS[language]().catch(() => undefined)
    if (!t) return
    storeLanguage(language)
    setSpoken({ language, t })
  }
  return <SpeechContext.Provider value={{ ...spoken, speak }}>{children}</SpeechContext.Provider>
}
