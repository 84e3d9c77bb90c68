import { useEffect, useState } from 'preact/hooks'
import { firstSpoken, type Language } from '../i18n/dictionary.ts'
import { useSpeech } from '../i18n/language.tsx'
import type { AccountWords } from './words/kk.ts'

const WORDS: Record<Language, () => Promise<AccountWords>> = {
  kk: async () => (await import('./words/kk.ts')).kk,
  ru: async () => (await import('./words/ru.ts')).ru,
  en: async () => (await import('./words/en.ts')).en,
}

let spoken: { language: Language; words: AccountWords } | undefined

async function speak(language: Language): Promise<void> {
  spoken = { language, words: await WORDS[language]() }
}

/** To be waited for before the page is shown. Rejects without a line. */
export const fetchAccountWords = async () => speak((await firstSpoken()).language)

/** The words of the reader's own page: the catalogue never fetches them, and a reader those of one language. */
export function useAccountWords(): AccountWords {
  const { language } = useSpeech()
  const [, setHeard] = useState(spoken?.language)
  useEffect(() => {
    if (spoken?.language === language) return
    // Without a line the page goes on in the words that it has.
    speak(language).then(
      () => setHeard(language),
      () => undefined,
    )
  }, [language])
  if (!spoken) throw new Error('the words of this page were not fetched')
  return spoken.words
}
