import { dayOf } from '../../../worker/domain/calendar.ts'
import { type AnnouncedDay, openingAt } from '../../../worker/domain/opening.ts'
import { useSpeech } from '../i18n/language.tsx'
import { clockText, dayText } from '../i18n/words.ts'
import { Icon } from './icon.tsx'

/** Open until when, or closed until when, by the library's clock. A page that was kept for too long does not know it. */
export function OpenNow({ days, now = new Date() }: { days: AnnouncedDay[]; now?: Date | undefined }) {
  const { t } = useSpeech()
  const today = dayOf(now)
  const ahead = days.filter(({ day }) => day >= today)
  if (ahead.length === 0) return null
  const opening = openingAt(ahead, clockText(now))
  const open = opening.state === 'open'
  return (
    <p class={open ? 'open-now open' : 'open-now'} data-opening={opening.state}>
      <Icon name={open ? 'yes' : 'clock'} />
      {open && t.openUntil(opening.until)}
      {opening.state === 'closed' && (opening.opensOn === today ? t.opensAt(opening.at) : t.opensOn(dayText(opening.opensOn), opening.at))}
      {opening.state === 'closed-for-long' && t.closedForLong}
    </p>
  )
}
