import { useLayoutEffect, useState } from 'preact/hooks'
import { firstSpoken, type Language } from '../i18n/dictionary.ts'
import { useSpeech } from '../i18n/language.tsx'
import { useLastAsked } from '../ui/use-last-asked.ts'
import type { AccountWords } from './words/kk.ts'

const WORDS: Record<Language, () => Promise<AccountWords>> = {
  kk: async () => (await import('./words/kk.ts')).kk,
  ru: async () => (await import('./words/ru.ts')).ru,
  en: async () => (await import('./words/en.ts')).en,
}

interface Heard {
  language: Language
  words: AccountWords
}

/** What a part of the page begins to speak. */
let spoken: Heard | undefined

const hear = async (language: Language): Promise<Heard> => ({ language, words: await WORDS[language]() })

/** To be waited for before the page is shown. Rejects without a line. */
export async function fetchAccountWords() {
  spoken = await hear((await firstSpoken()).language)
}

/** The words of the reader's own page: the catalogue never fetches them, and a reader those of one language. */
export function useAccountWords(): AccountWords {
  const { language } = useSpeech()
  const [heard, setHeard] = useState(spoken)
  const lastAsked = useLastAsked()
  useLayoutEffect(() => {
    if (heard?.language === language) return lastAsked.forget()
    // Without a line the page goes on in the words that it has.
    lastAsked.ask(hear(language).catch(() => undefined)).then((now) => {
      if (!now) return
      spoken = now
      setHeard(now)
    })
  }, [language])
  if (!heard) throw new Error('the words of this page were not fetched')
  return heard.words
}
