import { useState } from 'preact/hooks'
import type { Branch } from '../api-shapes.ts'
import type { Language } from '../i18n/dictionary.ts'
import { useSpeech } from '../i18n/language.tsx'
import { branchName, dayText } from '../i18n/words.ts'
import type { RefusalSlug } from '../refusal-slug.ts'
import { focusAtOnce } from '../ui/focus-at-once.ts'
import { cancelHold, type OpenHold } from './hold-api.ts'
import { RefusedNotice } from './refused-notice.tsx'
import { useDeskWords } from './use-desk-words.ts'
import type { DeskWords } from './words/kk.ts'

interface Props {
  holds: OpenHold[]
  branches: Branch[]
  onChanged: () => Promise<void>
}

/** What a reader waits for: where in the queue, until when, where; each may be cancelled, and is asked about once more. */
export function OpenHolds({ holds, branches, onChanged }: Props) {
  const { t, language } = useSpeech()
  const words = useDeskWords()
  const [asked, setAsked] = useState<number>()
  const [told, setTold] = useState<{ scanCopy: boolean }>()
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])
  const cancel = async (id: number) => {
    const answer = await cancelHold(id, crypto.randomUUID())
    setAsked(undefined)
    setRefusals(answer.ok ? [] : answer.refusals)
    setTold(answer.ok ? answer.value : undefined)
    await onChanged()
  }
  return (
    <>
      <RefusedNotice refusals={refusals} />
      <div role="status">
        {told && (
          <p class="notice done">
            {words.holdCancelled}. {told.scanCopy && words.scanTheCopy}
          </p>
        )}
      </div>
      {holds.length === 0 && <p>{words.noHolds}</p>}
      <ul class="cards">
        {holds.map((hold) => (
          <li key={hold.id} data-hold={hold.id} data-state={hold.state}>
            <p class="first">{hold.title}</p>
            <p>
              <b>{words.holdStates[hold.state]}</b>
              {hold.state === 'queued' && ` · ${words.placeInQueue(hold.position)}`}
            </p>
            <p class="quiet">{outlook(hold, words, t.lastDay)}</p>
            <p class="quiet">{words.pickupAt(nameOf(branches, hold.pickupBranchId, language))}</p>
            <div class="actions">
              {asked === hold.id ? (
                <>
                  <button type="button" class="primary" data-yes onClick={() => cancel(hold.id)} ref={focusAtOnce}>
                    {words.yesCancel}
                  </button>
                  <button type="button" onClick={() => setAsked(undefined)}>
                    {words.keep}
                  </button>
                </>
              ) : (
                <button type="button" data-cancel aria-label={`${words.cancelHold}: ${hold.title}`} onClick={() => setAsked(hold.id)}>
                  {words.cancelHold}
                </button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function outlook({ suspended, shelfUntil, forecast }: OpenHold, words: DeskWords, lastDay: string): string {
  if (suspended) return words.suspended
  if (shelfUntil) return `${lastDay}: ${dayText(shelfUntil)}`
  if (!forecast) return ''
  const late = forecast.overdue > 0 ? ` · ${words.lateCopies(forecast.overdue)}` : ''
  return (forecast.on ? words.expectedOn(dayText(forecast.on)) : words.nobodyKnows) + late
}

export function nameOf(branches: Branch[], id: number, language: Language): string {
  const branch = branches.find((each) => each.id === id)
  return branch ? branchName(branch, language) : `№ ${id}`
}
