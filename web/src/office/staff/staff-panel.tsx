import { useEffect, useRef, useState } from 'preact/hooks'
import type { Answer, Branch } from '../../api-shapes.ts'
import { RefusedNotice } from '../../desk/refused-notice.tsx'
import type { RefusalSlug } from '../../refusal-slug.ts'
import { useOneDeed } from '../../ui/use-one-deed.ts'
import { FirstPasswordField, GivenPassword } from './first-password-field.tsx'
import { PostFields, postIn } from './post-fields.tsx'
import { changeStaff, givePassword, type ListedStaff, leaveStaff, takeBackStaff } from './staff-api.ts'
import { StaffSessions } from './staff-sessions.tsx'
import { useStaffWords } from './use-staff-words.ts'

interface Props {
  member: ListedStaff
  isSelf: boolean
  branches: Branch[]
  onChanged: () => Promise<void>
  onClose: () => void
}

type Submit = SubmitEvent & { currentTarget: HTMLFormElement }
type Deed = (key: string) => Promise<Answer<object>>

/** One of the staff, and what can be done about them. */
export function StaffPanel({ member, isSelf, branches, onChanged, onClose }: Props) {
  const words = useStaffWords()
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])
  const [done, setDone] = useState<{ password?: string }>()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const once = useOneDeed()
  const perform = async (deed: Deed, of: string, password?: string) => {
    const answer = await once(deed, of)
    if (!answer) return
    setRefusals(answer.ok ? [] : answer.refusals)
    setDone(answer.ok ? (password === undefined ? {} : { password }) : undefined)
    if (answer.ok) await onChanged()
  }
  const save = (event: Submit) => {
    event.preventDefault()
    const post = postIn(new FormData(event.currentTarget), member)
    void perform((key) => changeStaff(member.id, post, key), 'change')
  }
  const withPassword = (deed: typeof givePassword) => (event: Submit) => {
    event.preventDefault()
    const password = String(new FormData(event.currentTarget).get('password'))
    void perform((key) => deed(member.id, password, key), 'password', password)
  }
  const hasLeft = member.leftAt !== null
  return (
    <section class="panel staff-panel" aria-labelledby="staff-member" data-member={member.login} data-left={hasLeft}>
      <div class="row">
        <h2 id="staff-member" tabIndex={-1} ref={heading}>
          {member.name} · {member.login}
        </h2>
        <button type="button" onClick={onClose}>
          {words.close}
        </button>
      </div>
      <RefusedNotice refusals={refusals} />
      <div role="status" data-done={done !== undefined}>
        {done && <p>{words.saved}</p>}
        {done?.password !== undefined && <GivenPassword password={done.password} />}
      </div>
      {hasLeft ? (
        <form class="staff-form" data-return onSubmit={withPassword(takeBackStaff)}>
          <h3>{words.returning}</h3>
          <p class="quiet">{words.returningLead}</p>
          <FirstPasswordField id="returned-password" />
          <button type="submit" class="primary">
            {words.takeBack}
          </button>
        </form>
      ) : (
        <form class="staff-form" data-change onSubmit={save}>
          <h3>{words.change}</h3>
          {isSelf && <p class="quiet">{words.you}</p>}
          <PostFields branches={branches} post={member} nameOnly={isSelf} />
          <button type="submit" class="primary">
            {words.save}
          </button>
        </form>
      )}
      {!hasLeft && !isSelf && (
        <>
          <StaffSessions key={member.passwordGivenAt} id={member.id} />
          <details>
            <summary>{words.forgot}</summary>
            <form class="staff-form" data-give onSubmit={withPassword(givePassword)}>
              <p>{words.forgotLead}</p>
              <FirstPasswordField id="given-password" />
              <button type="submit">{words.give}</button>
            </form>
          </details>
          <details>
            <summary>{words.leaving}</summary>
            <p>{words.leavingLead}</p>
            <button type="button" data-leave onClick={() => void perform((key) => leaveStaff(member.id, key), 'leave')}>
              {words.leave}
            </button>
          </details>
        </>
      )}
    </section>
  )
}
