import { LANGUAGES, TEXTS, useSpeech } from '../i18n/language.tsx'

export function LanguageSwitch() {
  const { t, language, speak } = useSpeech()
  return (
    <fieldset class="languages">
      <legend class="unseen">{t.interfaceLanguage}</legend>
      {LANGUAGES.map((each) => (
        <button
          type="button"
          key={each}
          lang={each}
          aria-pressed={each === language}
          title={TEXTS[each].languageName}
          onClick={() => speak(each)}
        >
          {{ kk: 'Қаз', ru: 'Рус', en: 'Eng' }[each]}
        </button>
      ))}
    </fieldset>
  )
}
