import { useEffect, useState } from 'preact/hooks'
import { change, listExhibitions } from '../../api.ts'
import type { Answer, KnownExhibition, Staff } from '../../api-shapes.ts'
import { RefusedNotice } from '../../desk/refused-notice.tsx'
import { useSpeech } from '../../i18n/language.tsx'
import { branchName, dayText } from '../../i18n/words.ts'
import type { RefusalSlug } from '../../refusal-slug.ts'
import { useBranches } from '../../ui/use-branches.ts'
import { ExhibitionForm } from './exhibition-form.tsx'
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
  const tell = async (answer: Answer<object>) => {
    setRefusals(answer.ok ? [] : answer.refusals)
    if (answer.ok) await load()
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
                    onClick={async () => tell(await change<object>('DELETE', `/api/exhibitions/${each.id}`, {}, crypto.randomUUID()))}
                  >
                    {words.remove}
                  </button>
                </>
              )}
            </li>
          )
        })}
      </ul>
      <ExhibitionForm
        key={edited?.id ?? 'new'}
        {...{ edited, staff, branches, words }}
        onAnswer={(answer) => {
          // Another may be edited by now.
          if (answer.ok) setEdited((now) => (now === edited ? undefined : now))
          void tell(answer)
        }}
        onCancel={() => setEdited(undefined)}
      />
    </div>
  )
}
