import { knowRefusals } from '../refusal-slug.ts'
import type { Texts } from './kk.ts'

export type Language = 'kk' | 'ru' | 'en'

export const LANGUAGES: Language[] = ['kk', 'ru', 'en']
const STORED_AS = 'bulaq-language'
const A_YEAR_IN_SECONDS = 31_536_000

export interface Spoken {
  t: Texts
  language: Language
  /** The address' query, where the page is drawn for a browser that may run no script. */
  query?: string
}

const languageNamed = (name: string | null) => LANGUAGES.find((language) => language === name)

/** A reader fetches the dictionary of one language, not of three. */
export const TEXTS: Record<Language, () => Promise<Texts>> = {
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

export function storeLanguage(language: Language) {
  // The server draws the next page in it.
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser
  document.cookie = `${STORED_AS}=${language}; Path=/; Max-Age=${A_YEAR_IN_SECONDS}; SameSite=Lax`
  try {
    localStorage.setItem(STORED_AS, language)
  } catch {
    // A browser that stores nothing still switches until the page is closed.
  }
}

let first: Promise<Spoken> | undefined

async function fetchFirst(): Promise<Spoken> {
  const language = askedLanguage()
  const t = await TEXTS[language]()
  knowRefusals(t.refusals)
  return { language, t }
}

/** What the page begins to speak; fetched once. Rejects without a line. */
export function firstSpoken(): Promise<Spoken> {
  first ??= fetchFirst().catch((error: unknown) => {
    first = undefined
    throw error
  })
  return first
}
