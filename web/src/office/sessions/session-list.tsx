import { momentText } from '../../i18n/words.ts'
import type { KnownSession } from './session-api.ts'
import { useSessionWords } from './use-session-words.ts'

interface Props {
  sessions: (KnownSession & { isThis?: boolean })[]
  onEnd: (id: string) => void
}

/** Devices, the one in use marked; each other one can be signed out. */
export function SessionList({ sessions, onEnd }: Props) {
  const words = useSessionWords()
  const now = new Date()
  return (
    <ul class="days">
      {sessions.map(({ id, device, startedAt, lastUsedAt, isThis }) => (
        <li key={id} data-session={isThis ? 'this' : 'other'}>
          <span>
            <strong>{device || words.unknownDevice}</strong> {isThis && <em class="here">{words.thisOne}</em>}
            <br />
            {words.begun}: {momentText(startedAt, now)} · {words.used}: {momentText(lastUsedAt, now)}
          </span>
          {!isThis && (
            <button type="button" aria-label={`${words.end}: ${device || words.unknownDevice}`} onClick={() => onEnd(id)}>
              {words.end}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
