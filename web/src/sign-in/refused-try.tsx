import type { Refused } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { momentText } from '../i18n/words.ts'

/** Why a password was not taken, and when the next may be tried. One that is to be replaced was right. */
export function RefusedTry({ refused }: { refused: Refused | undefined }) {
  const { t } = useSpeech()
  const slug = refused?.refusals[0] ?? refused?.refused
  return (
    <div role="alert">
      {refused && slug && (
        <p class={slug === 'password-must-be-chosen' ? 'notice' : 'notice stop'} data-refused={slug}>
          <strong>{t.refusals[slug]}.</strong>{' '}
          {refused.retryAt ? `${t.tryAgainAfter} ${momentText(refused.retryAt, new Date())}.` : t.nextSteps[slug]}
        </p>
      )}
    </div>
  )
}
