import { useEffect, useState } from 'preact/hooks'
import type { Exhibition } from '../../../../worker/domain/outreach/exhibition.ts'
import { change, listExhibitions } from '../../api.ts'
import type { KnownExhibition, Staff } from '../../api-shapes.ts'
import { RefusedNotice } from '../../desk/refused-notice.tsx'
import { useSpeech } from '../../i18n/language.tsx'
import { branchName, dayText } from '../../i18n/words.ts'
import type { RefusalSlug } from '../../refusal-slug.ts'
import { BranchOptions } from '../../ui/branch-options.tsx'
import { useBranches } from '../../ui/use-branches.ts'
import { en } from './words/en.ts'
import { kk } from './words/kk.ts'
import { ru } from './words/ru.ts'

/** Exhibitions now and to come: a branch announces its own, the office any. */
export function ExhibitionScreen({ staff, heading }: { staff: Staff; heading: string }) {
  const { language } = useSpeech()
  const words = { kk, ru, en }[language]
  const branches = useBranches()
  const [shown, setShown] = useState<KnownExhibition[]>([])
  const [edited, setEdited] = useState<KnownExhibition>()
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])
  const load = async () => {
    const answer = await listExhibitions()
    if (answer.ok) setShown(answer.value.exhibitions)
    else setRefusals(answer.refusals)
  }
  useEffect(() => void load(), [])
  const told = async (deed: ReturnType<typeof change>) => {
    const answer = await deed
    setRefusals(answer.ok ? [] : answer.refusals)
    if (answer.ok) await load()
    return answer.ok
  }
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    const text = (name: string) => String(given.get(name) ?? '').trim()
    const exhibition: Exhibition = {
      titleKk: text('title-kk'),
      titleRu: text('title-ru'),
      titleEn: text('title-en'),
      branchId: Number(text('branch')) || null,
      from: text('from'),
      to: text('to'),
    }
    const [method, path] = edited ? (['PUT', `/api/exhibitions/${edited.id}`] as const) : (['POST', '/api/exhibitions'] as const)
    if (!(await told(change(method, path, exhibition, crypto.randomUUID())))) return
    setEdited(undefined)
    form.reset()
  }
  const mayChange = ({ branchId }: KnownExhibition) => staff.branchId === null || staff.branchId === branchId
  return (
    <div class="office">
      <h1>{heading}</h1>
      <p class="quiet">{words.lead}</p>
      <RefusedNotice refusals={refusals} />
      {shown.length === 0 && <p>{words.none}</p>}
      <ul class="days">
        {shown.map((each) => {
          const branch = branches.find(({ id }) => id === each.branchId)
          const title = { kk: each.titleKk, ru: each.titleRu, en: each.titleEn }[language]
          return (
            <li key={each.id} data-exhibition={each.id}>
              <span>
                <strong>{title}</strong> · {dayText(each.from)}–{dayText(each.to)} ·{' '}
                {branch ? branchName(branch, language) : words.everyBranch}
              </span>
              {mayChange(each) && (
                <>
                  <button type="button" aria-label={`${words.edit}: ${title}`} onClick={() => setEdited(each)}>
                    {words.edit}
                  </button>
                  <button
                    type="button"
                    aria-label={`${words.remove}: ${title}`}
                    onClick={() => told(change('DELETE', `/api/exhibitions/${each.id}`, {}, crypto.randomUUID()))}
                  >
                    {words.remove}
                  </button>
                </>
              )}
            </li>
          )
        })}
      </ul>
      <form class="add-days" key={edited?.id ?? 'new'} onSubmit={submit}>
        <label>
          <span>{words.titleKk}</span>
          <input name="title-kk" lang="kk" required maxLength={200} defaultValue={edited?.titleKk ?? ''} />
        </label>
        <label>
          <span>{words.titleRu}</span>
          <input name="title-ru" lang="ru" required maxLength={200} defaultValue={edited?.titleRu ?? ''} />
        </label>
        <label>
          <span>{words.titleEn}</span>
          <input name="title-en" lang="en" required maxLength={200} defaultValue={edited?.titleEn ?? ''} />
        </label>
        <label>
          <span>{words.branch}</span>
          <select name="branch">
            {staff.branchId === null && <option value="">{words.everyBranch}</option>}
            <BranchOptions
              branches={branches.filter(({ id }) => staff.branchId === null || staff.branchId === id)}
              selected={edited?.branchId}
            />
          </select>
        </label>
        <label>
          <span>{words.from}</span>
          <input type="date" name="from" required defaultValue={edited?.from ?? ''} />
        </label>
        <label>
          <span>{words.to}</span>
          <input type="date" name="to" required defaultValue={edited?.to ?? ''} />
        </label>
        <button type="submit" class="primary" data-announce>
          {edited ? words.save : words.announce}
        </button>
        {edited && (
          <button type="button" onClick={() => setEdited(undefined)}>
            {words.cancel}
          </button>
        )}
      </form>
    </div>
  )
}
