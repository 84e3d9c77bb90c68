import type { Hit } from '../../../worker/domain/catalogue/hit.ts'
import { recordAddress } from '../../../worker/domain/catalogue/record-address.ts'
import type { Correction } from '../../../worker/domain/catalogue/search-answer.ts'
import { useSpeech } from '../i18n/language.tsx'
import { languageWord } from '../i18n/words.ts'
import { AvailabilityBadge } from '../ui/availability.tsx'
import { Cover } from '../ui/cover.tsx'
import { Marked } from './marked.tsx'
import { reasonWords } from './reason-words.ts'

export function HitLine({ hit, q, corrected }: { hit: Hit; q: string; corrected?: Correction | undefined }) {
  const { t } = useSpeech()
  const title = hit.title || t.untitled
  const reasons = q === '' ? [] : (hit.why ?? [])
  const why = reasonWords(reasons, t, corrected?.words)
  const edition = [hit.year, languageWord(t, hit.language)].filter(Boolean).join(' · ')
  return (
    <li class="hit" data-record={hit.id}>
      <Cover title={title} shelfmark={hit.shelfmark} />
      <div class="hit-words">
        <h3>
          <a href={recordAddress(hit.id, title)}>
            <Marked text={title} q={q} why={reasons} />
          </a>
        </h3>
        {hit.author && (
          <p class="author">
            <Marked text={hit.author} q={q} why={reasons} />
          </p>
        )}
        <p class="quiet">
          <span class="edition">{edition}</span>
          {hit.shelfmark && (
            <span class="shelfmark">
              {t.shelfmark} <b>{hit.shelfmark}</b>
            </span>
          )}
        </p>
        {why.length > 0 && (
          <p class="why">
            <span class="unseen">{t.why}: </span>
            {why.join(' · ')}
          </p>
        )}
      </div>
      <AvailabilityBadge available={hit.copies.available} total={hit.copies.total} />
    </li>
  )
}
