import { useSpeech } from '../i18n/language.tsx'
import type { RefusalSlug } from '../refusal-slug.ts'

/** Every reason at once, each with what to do about it. */
export function RefusedNotice({ refusals }: { refusals: RefusalSlug[] }) {
  return (
    <div role="alert">
      {refusals.length > 0 && (
        <div class="notice stop" data-refused={refusals.join(' ')}>
          <RefusedReasons refusals={refusals} />
        </div>
      )}
    </div>
  )
}

export function RefusedReasons({ refusals }: { refusals: RefusalSlug[] }) {
  const { t } = useSpeech()
  return (
    <>
      {refusals.map((slug) => (
        <p key={slug}>
          <strong>{t.refusals[slug]}.</strong> {t.nextSteps[slug]}
        </p>
      ))}
    </>
  )
}
