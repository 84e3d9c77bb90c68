import { useEffect, useState } from 'preact/hooks'
import type { Branch } from '../../api-shapes.ts'
import { RefusedNotice } from '../../desk/refused-notice.tsx'
import { useSpeech } from '../../i18n/language.tsx'
import { branchName } from '../../i18n/words.ts'
import type { RefusalSlug } from '../../refusal-slug.ts'
import { useBranches } from '../../ui/use-branches.ts'
import { changeHoldSettings, findHoldSettings, type HoldSettings } from './hold-setting-api.ts'
import { en } from './words/en.ts'
import { type HoldSettingWords, kk } from './words/kk.ts'
import { ru } from './words/ru.ts'

const WORDS: Record<'kk' | 'ru' | 'en', HoldSettingWords> = { kk, ru, en }

/** By what the API accepts. */
const NUMBERS = [
  { name: 'maxHoldsPerDay', least: 0, most: 1000, mayBeEmpty: true },
  { name: 'newCopyDays', least: 0, most: 3650, mayBeEmpty: false },
  { name: 'transferWarningDays', least: 0, most: 365, mayBeEmpty: false },
  { name: 'claimsWarning', least: 1, most: 1000, mayBeEmpty: false },
] as const
const LISTS = ['branchesWithoutPickup', 'branchesThatKeepCopies'] as const

/** What holds for every hold and transfer, besides the policy. */
export function HoldSettingScreen({ mayEdit, heading }: { mayEdit: boolean; heading: string }) {
  const { t, language } = useSpeech()
  const words = WORDS[language]
  const branches = useBranches()
  const [settings, setSettings] = useState<HoldSettings>()
  const [saved, setSaved] = useState(false)
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])
  useEffect(() => {
    findHoldSettings().then((answer) => {
      if (answer.ok) setSettings(answer.value.settings)
      else setRefusals(answer.refusals)
    })
  }, [])
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    setSaved(false)
    const answer = await changeHoldSettings(given(new FormData(event.currentTarget)))
    setRefusals(answer.ok ? [] : answer.refusals)
    setSaved(answer.ok)
    if (answer.ok) setSettings(answer.value.settings)
  }
  return (
    <div class="office">
      <h1>{heading}</h1>
      <p class="quiet">{words.lead}</p>
      <RefusedNotice refusals={refusals} />
      {!settings && refusals.length === 0 && <p role="status">{t.loading}</p>}
      {settings && branches.length > 0 && (
        <form class="panel hold-settings" onSubmit={submit}>
          {NUMBERS.map(({ name, least, most, mayBeEmpty }) => (
            <label key={name}>
              <span>
                {words[name]}. {mayBeEmpty && words.noLimit}
              </span>
              <input
                type="number"
                name={name}
                min={least}
                max={most}
                required={!mayBeEmpty}
                disabled={!mayEdit}
                defaultValue={String(settings[name] ?? '')}
              />
            </label>
          ))}
          {LISTS.map((name) => (
            <BranchTicks
              key={name}
              name={name}
              legend={words[name]}
              branches={branches.map((branch) => ({ ...branch, called: branchName(branch, language) }))}
              ticked={settings[name]}
              mayEdit={mayEdit}
            />
          ))}
          <p role="status" data-saved={saved}>
            {saved ? words.saved : ''}
          </p>
          {mayEdit ? (
            <button type="submit" class="primary" data-save-holds>
              {words.save}
            </button>
          ) : (
            <p class="quiet">{words.onlyRead}</p>
          )}
        </form>
      )}
    </div>
  )
}

function given(form: FormData): HoldSettings {
  const number = (name: string) => Number(form.get(name))
  const ids = (name: string) => form.getAll(name).map(Number)
  return {
    maxHoldsPerDay: form.get('maxHoldsPerDay') === '' ? null : number('maxHoldsPerDay'),
    newCopyDays: number('newCopyDays'),
    transferWarningDays: number('transferWarningDays'),
    claimsWarning: number('claimsWarning'),
    branchesWithoutPickup: ids('branchesWithoutPickup'),
    branchesThatKeepCopies: ids('branchesThatKeepCopies'),
  }
}

interface TicksProps {
  name: string
  legend: string
  branches: (Branch & { called: string })[]
  ticked: readonly number[]
  mayEdit: boolean
}

function BranchTicks({ name, legend, branches, ticked, mayEdit }: TicksProps) {
  return (
    <fieldset disabled={!mayEdit}>
      <legend>{legend}</legend>
      {branches.map(({ id, called }) => (
        <label class="tick" key={id}>
          <input type="checkbox" name={name} value={String(id)} defaultChecked={ticked.includes(id)} />
          <span>{called}</span>
        </label>
      ))}
    </fieldset>
  )
}
