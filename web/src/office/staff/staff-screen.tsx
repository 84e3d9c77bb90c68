import { useEffect, useState } from 'preact/hooks'
import { type Column, ListTable } from '../../desk/list-table.tsx'
import { RefusedNotice } from '../../desk/refused-notice.tsx'
import { useSpeech } from '../../i18n/language.tsx'
import { sortedBy } from '../../i18n/sorted-by.ts'
import { branchName, momentText, roleWord } from '../../i18n/words.ts'
import type { RefusalSlug } from '../../refusal-slug.ts'
import { useBranches } from '../../ui/use-branches.ts'
import { AddStaffForm } from './add-staff-form.tsx'
import { type ListedStaff, listStaff } from './staff-api.ts'
import { StaffPanel } from './staff-panel.tsx'
import { useStaffWords } from './use-staff-words.ts'

/** Who works here: found, opened, added. */
export function StaffScreen({ self, heading }: { self: number; heading: string }) {
  const { t, language } = useSpeech()
  const words = useStaffWords()
  const branches = useBranches()
  const [staff, setStaff] = useState<ListedStaff[]>()
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])
  const [sought, setSought] = useState('')
  const [alsoLeft, setAlsoLeft] = useState(false)
  const [opened, setOpened] = useState<number>()
  const load = async () => {
    const answer = await listStaff()
    setRefusals(answer.ok ? [] : answer.refusals)
    if (answer.ok) setStaff(sortedBy(answer.value.staff, ({ name }) => name))
  }
  useEffect(() => void load(), [])

  const wanted = sought.trim().toLowerCase()
  const shown = staff?.filter(
    ({ name, login, leftAt }) => (alsoLeft || leftAt === null) && (name.toLowerCase().includes(wanted) || login.includes(wanted)),
  )
  const member = staff?.find(({ id }) => id === opened)
  const now = new Date()
  const columns: Column<ListedStaff>[] = [
    {
      name: words.name,
      cell: ({ id, name }) => (
        <button type="button" class="name" aria-expanded={id === opened} onClick={() => setOpened(id)}>
          {name}
        </button>
      ),
    },
    { name: words.login, cell: ({ login }) => login },
    { name: words.role, cell: ({ role }) => roleWord(t, role) },
    {
      name: words.branch,
      cell: ({ branchId }) => {
        const branch = branches.find((each) => each.id === branchId)
        return branch ? branchName(branch, language) : words.everyBranch
      },
    },
    { name: words.lastSeen, cell: ({ lastSeenAt }) => (lastSeenAt ? momentText(lastSeenAt, now) : words.never) },
    {
      name: words.state,
      cell: ({ leftAt, passwordGivenAt }) => (leftAt ? words.left : passwordGivenAt ? words.notChosen : words.works),
    },
  ]
  return (
    <div class="office staff">
      <h1 id="staff-heading">{heading}</h1>
      <p class="quiet">{words.lead}</p>
      <RefusedNotice refusals={refusals} />
      {member && (
        <StaffPanel
          key={member.id}
          member={member}
          isSelf={member.id === self}
          branches={branches}
          onChanged={load}
          onClose={() => setOpened(undefined)}
        />
      )}
      <div class="row">
        <label>
          <span>{words.find}</span>
          <input type="search" name="find" value={sought} onInput={({ currentTarget: { value } }) => setSought(value)} />
        </label>
        <label class="tick">
          <input type="checkbox" name="also-left" checked={alsoLeft} onChange={({ currentTarget: { checked } }) => setAlsoLeft(checked)} />
          <span>{words.alsoLeft}</span>
        </label>
      </div>
      {shown ? (
        <>
          <p role="status" data-found={shown.length}>
            {words.found}: {shown.length}
          </p>
          {shown.length > 0 && <ListTable columns={columns} rows={shown} keyOf={({ login }) => login} labelledBy="staff-heading" />}
        </>
      ) : (
        refusals.length === 0 && <p role="status">{t.loading}</p>
      )}
      <AddStaffForm branches={branches} onAdded={() => void load()} />
    </div>
  )
}
