import type { Exhibition } from '../../../../worker/domain/outreach/exhibition.ts'
import { change } from '../../api.ts'
import type { Answer, Branch, KnownExhibition, Staff } from '../../api-shapes.ts'
import { BranchOptions } from '../../ui/branch-options.tsx'
import { resetAsSent } from '../../ui/reset-as-sent.ts'
import { useOneDeed } from '../../ui/use-one-deed.ts'
import type { ExhibitionWords } from './words/kk.ts'

interface Props {
  /** Undefined: a new one. */
  edited: KnownExhibition | undefined
  staff: Staff
  branches: Branch[]
  words: ExhibitionWords
  onAnswer: (answer: Answer<object>) => void
  onCancel: () => void
}

/** One exhibition: announced, or put right. */
export function ExhibitionForm({ edited, staff, branches, words, onAnswer, onCancel }: Props) {
  const once = useOneDeed()
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const reset = resetAsSent(event.currentTarget)
    const given = new FormData(event.currentTarget)
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
    const answer = await once((key) => change<object>(method, path, exhibition, key))
    if (!answer) return
    if (answer.ok) reset()
    onAnswer(answer)
  }
  return (
    <form class="add-days" onSubmit={submit}>
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
        <button type="button" onClick={onCancel}>
          {words.cancel}
        </button>
      )}
    </form>
  )
}
