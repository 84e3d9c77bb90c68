import { useState } from 'preact/hooks'
import type { Answer, Branch } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { branchName, dayText } from '../i18n/words.ts'
import { cancelHold, changeHold, type OwnHold } from './account-api.ts'
import { type Outcome, type Say, Told } from './told.tsx'
import { useAccountWords } from './use-account-words.ts'

interface Props {
  holds: OwnHold[]
  branches: Branch[]
  again: () => Promise<void>
}

export function OwnHolds({ holds, branches, again }: Props) {
  const { language } = useSpeech()
  const words = useAccountWords()
  const [outcome, setOutcome] = useState<Outcome>()
  const does = async (deed: Promise<Answer<object>>, done: Say) => {
    const answer = await deed
    setOutcome(answer.ok ? { say: done } : answer)
    await again()
  }
  const branchOf = (id: number) => branches.find((branch) => branch.id === id)
  return (
    <section aria-labelledby="holds">
      <h2 id="holds">{words.holds}</h2>
      <Told outcome={outcome} />
      {holds.length === 0 && <p>{words.noHolds}</p>}
      <ul class="own">
        {holds.map((hold) => {
          const branch = branchOf(hold.pickupBranchId)
          return (
            <li key={hold.id} data-hold={hold.id} class={hold.state === 'waiting' ? 'ready' : undefined}>
              <div>
                <a href={`/record/${hold.recordId}`}>{hold.title}</a>
                <p>
                  <strong>{words.holdStates[hold.state]}</strong>
                  {hold.state === 'queued' && <span> · {words.position(hold.position)}</span>}
                  {hold.shelfUntil && <span> · {words.waitsUntil(dayText(hold.shelfUntil))}</span>}
                </p>
                {hold.state === 'queued' && !hold.suspended && (
                  <p>{hold.forecast?.on ? words.expectedOn(dayText(hold.forecast.on)) : words.nobodyKnows}</p>
                )}
                {hold.suspended && <p>{words.asleep}</p>}
                {branch && <p class="quiet">{words.pickupAt(branchName(branch, language))}</p>}
              </div>
              {hold.state === 'queued' && (
                <div class="deeds">
                  <button
                    type="button"
                    data-suspend
                    aria-label={`${hold.suspended ? words.wake : words.suspend}: ${hold.title}`}
                    onClick={() => does(changeHold(hold.id, { suspended: !hold.suspended }), ({ saved }) => saved)}
                  >
                    {hold.suspended ? words.wake : words.suspend}
                  </button>
                  <button
                    type="button"
                    data-cancel
                    aria-label={`${words.cancel}: ${hold.title}`}
                    onClick={() => does(cancelHold(hold.id), ({ cancelled }) => cancelled)}
                  >
                    {words.cancel}
                  </button>
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
