import { useSpeech } from '../i18n/language.tsx'
import { Icon } from '../ui/icon.tsx'
import type { Deed } from './deed.ts'
import { useDeskWords } from './use-desk-words.ts'

export function DeedLine({ deed, big = false }: { deed: Deed; big?: boolean }) {
  const { t, language } = useSpeech()
  const words = useDeskWords()
  const { word, lines } = deed.say(t, language, words)
  const [first, ...rest] = lines
  return (
    <div class={`deed ${deed.tone}${big ? ' big' : ''}`} data-deed={deed.slug} data-tone={deed.tone} data-offline={deed.offline}>
      <Icon name={deed.tone} />
      <div>
        <p class="word">
          <span class="tone">{t.tones[deed.tone]}</span> <strong>{word}</strong>
        </p>
        {first && <p class="first">{first}</p>}
        {rest.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <time>{deed.at}</time>
    </div>
  )
}
