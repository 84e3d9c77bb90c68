import { RefusedNotice } from '../../desk/refused-notice.tsx'
import { useSpeech } from '../../i18n/language.tsx'
import { OwnPasskeys } from '../../passkeys/own-passkeys.tsx'
import { SignInForm } from '../../sign-in/sign-in-form.tsx'
import { PasswordForm } from './password-form.tsx'
import { endOtherSessions, endSession, listOwnSessions } from './session-api.ts'
import { SessionList } from './session-list.tsx'
import { useSessionWords } from './use-session-words.ts'
import { useSessions } from './use-sessions.ts'

/** Where one is signed in, one's own passkeys and password. */
export function SessionScreen({ heading }: { heading: string }) {
  const { t } = useSpeech()
  const words = useSessionWords()
  const { sessions, refusals, load, perform } = useSessions(listOwnSessions)
  const others = sessions?.some(({ isThis }) => !isThis)
  return (
    <div class="office">
      <h1>{heading}</h1>
      <p class="quiet">{words.lead}</p>
      <RefusedNotice refusals={refusals} />
      <section class="panel">
        <h2>{words.where}</h2>
        {!sessions && <p role="status">{t.loading}</p>}
        {sessions && <SessionList sessions={sessions} onEnd={(id) => void perform(endSession(id))} />}
        {sessions && !others && <p class="quiet">{words.noOthers}</p>}
        {others && (
          <button type="button" data-end-others onClick={() => void perform(endOtherSessions())}>
            {words.endOthers}
          </button>
        )}
      </section>
      <OwnPasskeys own="/api/passkeys" signInAgain={<SignInForm level="h3" onSignedIn={() => location.reload()} />} />
      <PasswordForm onChanged={() => void load()} />
    </div>
  )
}
