import { useEffect, useState } from 'preact/hooks'
import type { PolicyVersion } from '../../../worker/domain/circulation/edit-policy.ts'
import type { PolicyRule } from '../../../worker/domain/circulation/policy.ts'
import type { Answer } from '../api-shapes.ts'
import { RefusedNotice } from '../desk/refused-notice.tsx'
import { useSpeech } from '../i18n/language.tsx'
import { dayText } from '../i18n/words.ts'
import type { RefusalSlug } from '../refusal-slug.ts'
import { useBranches } from '../ui/use-branches.ts'
import { useLastAsked } from '../ui/use-last-asked.ts'
import { useOneDeed } from '../ui/use-one-deed.ts'
import { DryRunPanel } from './dry-run-panel.tsx'
import { type Changed, changePolicy, draftPolicy, openPolicy, type PolicyList, putInForce } from './office-api.ts'
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
  const [busy, setBusy] = useState(false)
  const lastAsked = useLastAsked()
  const once = useOneDeed()

  const open = async (id: number | undefined) => {
    const answer = await lastAsked.ask(openPolicy(id))
    if (!answer) return
    if (!answer.ok) return setRefused(answer.refused)
    setList(answer.value.list)
    setVersion(answer.value.policy)
    setRules(answer.value.rules)
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
  /** Does it and opens what came of it; nothing is written or chosen meanwhile. */
  const perform = async (deed: (key: string) => Promise<Answer<Changed>>, of: string) => {
    setBusy(true)
    const answer = await once(deed, of)
    if (!answer) return false
    if (answer.ok) await open(answer.value.policy.id)
    else setRefused(answer.refused)
    setBusy(false)
    return answer.ok
  }
  const save = async () => {
    if (await perform((key) => changePolicy(version, rules, key), `save ${version.id}`)) setSaved(true)
  }
  const draft = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name'))
    void perform((key) => draftPolicy(name, version.id, key), 'draft')
  }
  const force = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const from = String(new FormData(event.currentTarget).get('from')) || undefined
    void perform((key) => putInForce(version, from, key), `force ${version.id}`)
  }
  return (
    <section class="office" data-policy={version.id}>
      <h1>{words.policy}</h1>
      <fieldset disabled={busy}>
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
      </fieldset>
    </section>
  )
}

function stateWords({ id, inForceAt }: PolicyVersion, inForce: number, words: OfficeWords): string {
  if (inForceAt === null) return words.draft
  if (id === inForce) return words.inForce
  return new Date(inForceAt) > new Date() ? words.notYet(dayText(inForceAt)) : words.past
}
