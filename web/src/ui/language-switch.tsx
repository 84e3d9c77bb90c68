import { LANGUAGES } from '../i18n/dictionary.ts'
import { useSpeech } from '../i18n/language.tsx'

const NAMES = { kk: ['Қаз', 'Қазақша'], ru: ['Рус', 'Русский'], en: ['Eng', 'English'] } as const

/** Without JavaScript a form: the same address in another language. */
export function LanguageSwitch() {
  const { t, language, speak, query } = useSpeech()
  const asked = [...new URLSearchParams(query)].filter(([name]) => name !== 'lang')
  return (
    <form class="languages" aria-label={t.interfaceLanguage} onSubmit={(event) => event.preventDefault()}>
      {asked.map(([name, value]) => (
        <input key={name + value} type="hidden" name={name} value={value} />
      ))}
      {LANGUAGES.map((each) => (
        <button
          type="submit"
          name="lang"
          value={each}
          key={each}
          lang={each}
          aria-pressed={each === language}
          title={NAMES[each][1]}
          onClick={() => speak(each)}
        >
          {NAMES[each][0]}
        </button>
      ))}
    </form>
  )
}
