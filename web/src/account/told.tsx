import type { Refused } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { momentText } from '../i18n/words.ts'
import type { RefusalSlug } from '../refusal-slug.ts'
import { useAccountWords } from './use-account-words.ts'

/** What became of a deed: good news, or everything that stands against it and what to do. */
export type Outcome = Refused | string | undefined

export function Told({ outcome }: { outcome: Outcome }) {
  const { t } = useSpeech()
  const said: Partial<Record<RefusalSlug, string>> = useAccountWords().refusals
  if (typeof outcome === 'string') {
    return (
      <p class="told" role="status">
        {outcome}
      </p>
    )
  }
  return (
    <div role="alert">
      {outcome && (
        <div class="notice stop" data-refused={outcome.refusals.join(' ')}>
          {outcome.refusals.map((slug) => (
            <p key={slug}>{said[slug] ?? `${t.refusals[slug]}. ${outcome.retryAt ? '' : t.nextSteps[slug]}`}</p>
          ))}
          {outcome.retryAt && (
            <p>
              {t.tryAgainAfter} {momentText(outcome.retryAt, new Date())}
            </p>
          )}
        </div>
      )}
    </div>
  )
}
