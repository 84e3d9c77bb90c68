import { useEffect, useState } from 'preact/hooks'
import { JOURNAL_DEEDS } from '../../../../worker/domain/staff/journal-deeds.ts'
import type { Branch, Staff } from '../../api-shapes.ts'
import { sortedBy } from '../../i18n/sorted-by.ts'
import { BranchOptions } from '../../ui/branch-options.tsx'
import { listAuditedStaff } from './audit-api.ts'
import { useAuditWords } from './use-audit-words.ts'

interface Props {
  staff: Staff
  branches: Branch[]
  onSearch: (query: URLSearchParams) => void
}

interface Person {
  id: number
  name: string
  hasLeft: boolean
}

/** Those who work here in front. */
const byName = (people: Person[]) => {
  const sorted = sortedBy(people, ({ name }) => name)
  return [...sorted.filter(({ hasLeft }) => !hasLeft), ...sorted.filter(({ hasLeft }) => hasLeft)]
}

/** What the deeds are searched by; whoever works at a branch sees that branch. */
export function AuditForm({ staff, branches, onSearch }: Props) {
  const words = useAuditWords()
  const [people, setPeople] = useState<Person[]>([])
  useEffect(() => {
    listAuditedStaff().then((answer) => answer.ok && setPeople(byName(answer.value.staff)))
  }, [])
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const given = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value).trim()])
    onSearch(new URLSearchParams(given.filter(([, value]) => value !== '')))
  }
  const deeds = sortedBy(JOURNAL_DEEDS, (deed) => words.deeds[deed])
  return (
    <form class="panel audit-form" onSubmit={submit}>
      <label>
        <span>{words.staff}</span>
        <select name="staff">
          <option value="">{words.everybody}</option>
          {people.map(({ id, name, hasLeft }) => (
            <option key={id} value={String(id)}>
              {hasLeft ? `${name} (${words.hasLeft})` : name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{words.deed}</span>
        <select name="deed">
          <option value="">{words.everyDeed}</option>
          {deeds.map((deed) => (
            <option key={deed} value={deed}>
              {words.deeds[deed]}
            </option>
          ))}
        </select>
      </label>
      {staff.branchId === null && (
        <label>
          <span>{words.branch}</span>
          <select name="branch">
            <option value="">{words.everyBranch}</option>
            <BranchOptions branches={branches} />
          </select>
        </label>
      )}
      <label>
        <span>{words.from}</span>
        <input type="date" name="from" />
      </label>
      <label>
        <span>{words.to}</span>
        <input type="date" name="to" />
      </label>
      <label>
        <span>{words.code}</span>
        <input name="code" maxLength={50} autocomplete="off" spellcheck={false} aria-describedby="audit-code" />
        <small id="audit-code" class="quiet">
          {words.codeHelp}
        </small>
      </label>
      <button type="submit" class="primary">
        {words.search}
      </button>
    </form>
  )
}
