import type { Language } from '../written.ts'

/** What a reader agrees to, in one version. */
export interface ConsentText {
  version: number
  kk: string
  ru: string
  /** A library that wrote its own may have none. */
  en: string | null
}

/** The text in the language that is spoken, else in Russian; and which language that is. */
export function consentIn(text: ConsentText, language: Language): { language: Language; text: string } {
  const said = text[language]
  return said === null ? { language: 'ru', text: text.ru } : { language, text: said }
}
