import { useSpeech } from '../i18n/language.tsx'
import { momentText } from '../i18n/words.ts'
import { Icon } from '../ui/icon.tsx'

export function StaleNote({ since }: { since: string }) {
  const { t } = useSpeech()
  return (
    <p class="notice look stale" role="status">
      <Icon name="look" />
      <span>
        <strong>{t.stale.why}</strong> {t.stale.resultsOf} <time dateTime={since}>{momentText(since, new Date())}</time>. {t.stale.copies}
      </span>
    </p>
  )
}
