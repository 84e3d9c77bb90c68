import type { BranchCopies, Copy } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { branchName, dayText } from '../i18n/words.ts'
import { AvailabilityBadge } from '../ui/availability.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'

const STATUS_ICON: Record<Copy['status'], IconName> = {
  available: 'yes',
  'on-loan': 'clock',
  'on-site-only': 'room',
  'in-transit': 'clock',
  'set-aside': 'clock',
  'not-available': 'clock',
}

export function CopiesByBranch({ branches }: { branches: BranchCopies[] }) {
  const { t, language } = useSpeech()
  return (
    <section aria-labelledby="where" aria-live="polite">
      <h2 id="where">{t.whereToGet}</h2>
      {branches.length === 0 && <p class="notice">{t.noCopiesHelp}</p>}
      {branches.map((here) => (
        <section class="branch" key={here.branch.id} data-branch={here.branch.id} aria-label={branchName(here.branch, language)}>
          <div class="branch-head">
            <h3>{branchName(here.branch, language)}</h3>
            <AvailabilityBadge available={here.available} total={here.total} />
          </div>
          <table>
            <thead>
              <tr>
                <th scope="col">{t.shelfmark}</th>
                <th scope="col">{t.location}</th>
                <th scope="col">{t.inventoryNumber}</th>
                <th scope="col">{t.status}</th>
              </tr>
            </thead>
            <tbody>
              {here.copies.map((copy) => (
                <tr key={copy.barcode}>
                  <td data-label={t.shelfmark}>{copy.shelfmark ?? '—'}</td>
                  <td data-label={t.location}>{copy.location ?? '—'}</td>
                  <td data-label={t.inventoryNumber}>{copy.inventoryNumber ?? '—'}</td>
                  <td data-label={t.status}>
                    <span class={`status ${copy.status}`}>
                      <Icon name={STATUS_ICON[copy.status]} /> {t.statuses[copy.status]}
                    </span>
                    {copy.dueOn && (
                      <span class="due">
                        {t.dueOn}: {dayText(copy.dueOn)}
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </section>
  )
}
