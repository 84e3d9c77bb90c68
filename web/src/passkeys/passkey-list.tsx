import { momentText } from '../i18n/words.ts'
import type { OwnPasskey } from './own-passkeys-api.ts'
import { usePasskeyWords } from './use-passkey-words.ts'

interface Props {
  passkeys: OwnPasskey[]
  busy: boolean
  onRemove: (id: string) => void
}

export function PasskeyList({ passkeys, busy, onRemove }: Props) {
  const words = usePasskeyWords()
  const now = new Date()
  return (
    <ul>
      {passkeys.map(({ id, device, madeAt, usedAt }) => (
        <li key={id} data-own-passkey={id}>
          <div>
            <strong>{device || words.unknownDevice}</strong>
            <p class="quiet">
              {words.madeAt}: {momentText(madeAt, now)}
            </p>
            <p class="quiet">{usedAt ? `${words.usedAt}: ${momentText(usedAt, now)}` : words.neverUsed}</p>
          </div>
          <button
            type="button"
            disabled={busy}
            aria-label={`${words.remove}: ${device || words.unknownDevice}`}
            onClick={() => onRemove(id)}
          >
            {words.remove}
          </button>
        </li>
      ))}
    </ul>
  )
}
