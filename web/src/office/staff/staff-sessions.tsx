import { useEffect, useState } from 'preact/hooks'
import type { Answer } from '../../api-shapes.ts'
import { RefusedNotice } from '../../desk/refused-notice.tsx'
import type { RefusalSlug } from '../../refusal-slug.ts'
import type { KnownSession } from '../sessions/session-api.ts'
import { SessionList } from '../sessions/session-list.tsx'
import { endSessionOf, endSessionsOf, listSessionsOf } from './staff-api.ts'
import { useStaffWords } from './use-staff-words.ts'

/** Where another is signed in, and the end of it. */
export function StaffSessions({ id }: { id: number }) {
  const words = useStaffWords()
  const [sessions, setSessions] = useState<KnownSession[]>()
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])
  const load = async () => {
    const answer = await listSessionsOf(id)
    if (answer.ok) setSessions(answer.value.sessions)
    else setRefusals(answer.refusals)
  }
  useEffect(() => void load(), [])
  const perform = async (deed: Promise<Answer<object>>) => {
    const answer = await deed
    setRefusals(answer.ok ? [] : answer.refusals)
    await load()
  }
  return (
    <section data-staff-sessions={sessions?.length}>
      <h3>{words.sessions}</h3>
      <RefusedNotice refusals={refusals} />
      {sessions && sessions.length > 0 ? (
        <>
          <SessionList sessions={sessions} onEnd={(session) => void perform(endSessionOf(id, session))} />
          <button type="button" data-end-all onClick={() => void perform(endSessionsOf(id))}>
            {words.endAll}
          </button>
        </>
      ) : (
        sessions && <p>{words.noSessions}</p>
      )}
    </section>
  )
}
