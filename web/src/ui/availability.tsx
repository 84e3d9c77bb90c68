import { useSpeech } from '../i18n/language.tsx'
import { Icon } from './icon.tsx'

/** The number stands in `data-available`, so that the live refresh and the tests find it in one place. */
export function AvailabilityBadge({ available, total }: { available: number; total: number }) {
  const { t } = useSpeech()
  if (total === 0) {
    return (
      <span class="badge none">
        {t.noCopies}{' '}
        <span data-available hidden>
          0
        </span>
      </span>
    )
  }
  return (
    <span class={available > 0 ? 'badge here' : 'badge out'}>
      <Icon name={available > 0 ? 'yes' : 'clock'} />
      <span>
        {available > 0 ? t.available : t.noneAvailable}: <b data-available>{available}</b> / {total}
      </span>
    </span>
  )
}
