import { useEffect, useState } from 'preact/hooks'
import type { PolicyVersion } from '../../../worker/domain/circulation/edit-policy.ts'
import type { PolicyRule } from '../../../worker/domain/circulation/policy.ts'
import { RefusedNotice } from '../desk/refused-notice.tsx'
import { useSpeech } from '../i18n/language.tsx'
import { dayText } from '../i18n/words.ts'
import type { RefusalSlug } from '../refusal-slug.ts'
import { useBranches } from '../ui/use-branches.ts'
import { DryRunPanel } from './dry-run-panel.tsx'
import { changePolicy, draftPolicy, findPolicy, listPolicies, type PolicyList, putInForce } from './office-api.ts'
import { RuleForm } from './rule-form.tsx'
import { placeWords, RulePlace } from './rule-place.tsx'
import { useOfficeWords } from './use-office-words.ts'
import type { OfficeWords } from './words/kk.ts'

const keyOf = ({ branchId, category, material }: PolicyRule) => JSON.stringify([branchId, category, material])
const isForAll = ({ branchId, category, material }: PolicyRule) => branchId === null && category === null && material === null

/** The policy: what is in force to read, drafts to edit, to try out and to put in force. */
export function PolicyScreen({ mayEdit }: { mayEdit: boolean }) {
  const { t, language } = useSpeech()
  const words = useOfficeWords()
  const branches = useBranches()
  const [list, setList] = useState<PolicyList>()
  const [version, setVersion] = useState<PolicyVersion>()
  const [rules, setRules] = useState<PolicyRule[]>([])
  const [changed, setChanged] = useState(false)
  const [saved, setSaved] = useState(false)
  const [refused, setRefused] = useState<RefusalSlug>()

  const open = async (id: number | undefined) => {
    const answer = await listPolicies()
    if (!answer.ok) return setRefused(answer.refused)
    setList(answer.value)
    const found = await findPolicy(id ?? answer.value.inForce)
    if (!found.ok) return setRefused(found.refused)
    setVersion(found.value.policy)
    setRules(found.value.rules)
    setChanged(false)
    setRefused(undefined)
  }
  useEffect(() => void open(undefined), [])

  if (!list || !version) return refused ? <RefusedNotice refusals={[refused]} /> : <p role="status">{t.loading}</p>
  const editable = mayEdit && version.inForceAt === null
  const edit = (next: PolicyRule[]) => {
    setRules(next)
    setChanged(true)
    setSaved(false)
  }
  const save = async () => {
    const answer = await changePolicy(version, rules)
    if (!answer.ok) return setRefused(answer.refused)
    await open(version.id)
    setSaved(true)
  }
  const draft = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const answer = await draftPolicy(String(new FormData(event.currentTarget).get('name')), version.id)
    if (answer.ok) await open(answer.value.policy.id)
    else setRefused(answer.refused)
  }
  const force = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const answer = await putInForce(version, String(new FormData(event.currentTarget).get('from')) || undefined)
    if (answer.ok) await open(version.id)
    else setRefused(answer.refused)
  }
  return (
    <section class="office" data-policy={version.id}>
      <h1>{words.policy}</h1>
      <label class="version">
        <span>{words.version}</span>
        <select value={String(version.id)} onChange={(event) => open(Number(event.currentTarget.value))}>
          {list.versions.map((each) => (
            <option key={each.id} value={String(each.id)}>
              {each.name} — {stateWords(each, list.inForce, words)}
            </option>
          ))}
        </select>
      </label>
      <div role="alert">
        {refused && (
          <p class="notice stop" data-refused={refused}>
            <strong>{t.refusals[refused]}.</strong> {t.nextSteps[refused]}
          </p>
        )}
      </div>
      {mayEdit && !editable && (
        <form class="draft" onSubmit={draft}>
          <p class="quiet">{words.readOnly}</p>
          <label>
            <span>{words.draftName}</span>
            <input name="name" required maxLength={100} />
          </label>
          <button type="submit" class="primary">
            {words.makeDraft}
          </button>
        </form>
      )}
      {rules.map((rule, index) => (
        <RuleForm
          key={keyOf(rule)}
          rule={rule}
          title={placeWords(rule, words, branches, list.materials, language)}
          whole={isForAll(rule)}
          disabled={!editable}
          onChange={(next) => edit(rules.map((each, at) => (at === index ? next : each)))}
          onRemove={() => edit(rules.filter((_, at) => at !== index))}
        />
      ))}
      {editable && (
        <>
          <RulePlace
            branches={branches}
            materials={list.materials}
            onAdd={(place) =>
              !rules.some((rule) => keyOf(rule) === keyOf({ ...place, terms: {} })) && edit([...rules, { ...place, terms: {} }])
            }
          />
          <p class="actions">
            <button type="button" class="primary" data-save disabled={!changed} onClick={save}>
              {words.save}
            </button>
            <span role="status">{saved ? words.saved : ''}</span>
          </p>
          {!changed && <DryRunPanel key={version.revision} policy={version.id} onRefused={setRefused} />}
          {!changed && (
            <form class="force" onSubmit={force}>
              <label>
                <span>{words.fromDay}</span>
                <input type="date" name="from" />
              </label>
              <button type="submit" data-force>
                {words.putInForce}
              </button>
            </form>
          )}
        </>
      )}
    </section>
  )
}

function stateWords({ id, inForceAt }: PolicyVersion, inForce: number, words: OfficeWords): string {
  if (inForceAt === null) return words.draft
  if (id === inForce) return words.inForce
  return new Date(inForceAt) > new Date() ? words.notYet(dayText(inForceAt)) : words.past
}
