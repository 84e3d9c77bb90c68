import { type ComponentChildren, createContext } from 'preact'
import { useContext, useLayoutEffect, useState } from 'preact/hooks'
import { knowRefusals } from '../refusal-slug.ts'
import type { Texts } from './kk.ts'

export type Language = 'kk' | 'ru' | 'en'

export const LANGUAGES: Language[] = ['kk', 'ru', 'en']
const STORED_AS = 'bulaq-language'
const A_YEAR_IN_SECONDS = 31_536_000

const languageNamed = (name: string | null) => LANGUAGES.find((language) => language === name)

/** A reader fetches the dictionary of one language, not of three. */
const TEXTS: Record<Language, () => Promise<Texts>> = {
  kk: async () => (await import('./kk.ts')).kk,
  ru: async () => (await import('./ru.ts')).ru,
  en: async () => (await import('./en.ts')).en,
}

/** The address may name a language: `?lang=ru`, for search engines and for readers without JavaScript. */
function askedLanguage(): Language {
  const named = languageNamed(new URLSearchParams(location.search).get('lang'))
  if (named) return named
  try {
    return languageNamed(localStorage.getItem(STORED_AS)) ?? 'kk'
  } catch {
    return 'kk'
  }
}

function storeLanguage(language: Language) {
  // The server draws the next page in it.
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser
  document.cookie = `${STORED_AS}=${language}; Path=/; Max-Age=${A_YEAR_IN_SECONDS}; SameSite=Lax`
  try {
    localStorage.setItem(STORED_AS, language)
  } catch {
    // A browser that stores nothing still switches until the page is closed.
  }
}

export interface Spoken {
  t: Texts
  language: Language
  /** The address' query, where the page is drawn for a browser that may run no script. */
  query?: string
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
  const language = askedLanguage()
  const t = await TEXTS[language]()
  knowRefusals(t.refusals)
  return { language, t }
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
