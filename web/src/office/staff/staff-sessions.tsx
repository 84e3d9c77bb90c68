import { RefusedNotice } from '../../desk/refused-notice.tsx'
import { SessionList } from '../sessions/session-list.tsx'
import { useSessions } from '../sessions/use-sessions.ts'
import { endSessionOf, endSessionsOf, listSessionsOf } from './staff-api.ts'
import { useStaffWords } from './use-staff-words.ts'

/** Where another is signed in, and the end of it. */
export function StaffSessions({ id }: { id: number }) {
  const words = useStaffWords()
  const { sessions, refusals, perform } = useSessions(() => listSessionsOf(id))
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
