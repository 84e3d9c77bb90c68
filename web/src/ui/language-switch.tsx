import { LANGUAGES, useSpeech } from '../i18n/language.tsx'

const NAMES = { kk: ['Қаз', 'Қазақша'], ru: ['Рус', 'Русский'], en: ['Eng', 'English'] } as const

export function LanguageSwitch() {
  const { t, language, speak } = useSpeech()
  return (
    <fieldset class="languages">
      <legend class="unseen">{t.interfaceLanguage}</legend>
      {LANGUAGES.map((each) => (
        <button type="button" key={each} lang={each} aria-pressed={each === language} title={NAMES[each][1]} onClick={() => speak(each)}>
          {NAMES[each][0]}
        </button>
      ))}
    </fieldset>
  )
}
