import type { Refused } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { momentText } from '../i18n/words.ts'
import type { RefusalSlug } from '../refusal-slug.ts'
import { useAccountWords } from './use-account-words.ts'
import type { AccountWords } from './words/kk.ts'

/** Good news, in the language in which the page is read then. */
export type Say = (words: AccountWords) => string

/** What became of a deed: good news, or everything that stands against it and what to do. */
export type Outcome = Refused | { say: Say } | undefined

export function Told({ outcome }: { outcome: Outcome }) {
  const { t } = useSpeech()
  const words = useAccountWords()
  const said: Partial<Record<RefusalSlug, string>> = words.refusals
  if (outcome && 'say' in outcome) {
    return (
      <p class="told" role="status">
        {outcome.say(words)}
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
