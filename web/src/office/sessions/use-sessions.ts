import { useEffect, useState } from 'preact/hooks'
import type { Answer } from '../../api-shapes.ts'
import type { RefusalSlug } from '../../refusal-slug.ts'

/** The sessions that `list` answers with; after each deed they are listed anew. */
export function useSessions<Session>(list: () => Promise<Answer<{ sessions: Session[] }>>) {
  const [sessions, setSessions] = useState<Session[]>()
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])
  const load = async () => {
    const answer = await list()
    if (answer.ok) setSessions(answer.value.sessions)
    else setRefusals(answer.refusals)
  }
  useEffect(() => void load(), [])
  const perform = async (deed: Promise<Answer<object>>) => {
    const answer = await deed
    setRefusals(answer.ok ? [] : answer.refusals)
    await load()
  }
  return { sessions, refusals, load, perform }
}
