import { useEffect, useState } from 'preact/hooks'
import type { Refused } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { countText, dayText } from '../i18n/words.ts'
import { lazy } from '../ui/lazy.tsx'
import { PublicPage } from '../ui/public-page.tsx'
import { useBranches } from '../ui/use-branches.ts'
import { useLastAsked } from '../ui/use-last-asked.ts'
import { type Account, findAccount, leave } from './account-api.ts'
import { EnterForm } from './enter-form.tsx'
import { LoanList } from './loan-list.tsx'
import { OwnHolds } from './own-holds.tsx'
import { PlaceHold } from './place-hold.tsx'
import { Told } from './told.tsx'
import { useAccountWords } from './use-account-words.ts'

const OwnSettings = lazy(async () => (await import('./own-settings.tsx')).OwnSettings)

const wantedRecord = Number(new URLSearchParams(location.search).get('hold')) || undefined
const TIYN = 100

/** What a reader has, waits for and may change. Nothing of it is kept on the device. */
export function AccountPage() {
  const { t } = useSpeech()
  const words = useAccountWords()
  const branches = useBranches()
  const [account, setAccount] = useState<Account | null>()
  const [failed, setFailed] = useState<Refused>()
  const lastAsked = useLastAsked()
  const load = async () => {
    const answer = await lastAsked.ask(findAccount())
    if (!answer) return
    setFailed(answer.ok || answer.refused === 'sign-in-required' ? undefined : answer)
    if (answer.ok) setAccount(answer.value)
    else if (answer.refused === 'sign-in-required') setAccount(null)
  }
  useEffect(() => {
    void load()
  }, [])
  useEffect(() => {
    document.title = `${words.account} — ${t.site}`
  }, [t, words])
  const signOut = async () => {
    const answer = await leave()
    if (!answer.ok) return setFailed(answer)
    lastAsked.forget()
    setAccount(null)
  }
  return (
    <PublicPage>
      <div class="account">
        {failed && (
          <>
            {!account && <h1>{words.account}</h1>}
            <Told outcome={failed} />
            {failed.refused === 'no-connection' && <p>{words.needsLine}</p>}
            <button type="button" onClick={load}>
              {t.again}
            </button>
          </>
        )}
        {account === undefined && !failed && (
          <>
            <h1>{words.account}</h1>
            <p role="status">{t.loading}</p>
          </>
        )}
        {account === null && <EnterForm onEntered={load} />}
        {account && (
          <>
            <div class="head" data-account={account.reader.card}>
              <div>
                <h1>{account.reader.name}</h1>
                <p class="quiet">
                  {account.reader.card} · {words.cardUntil(dayText(account.reader.cardExpiresOn))}
                </p>
              </div>
              <button type="button" data-leave onClick={signOut}>
                {words.signOut}
              </button>
            </div>
            {account.suspendedUntil && <p class="notice stop">{words.suspendedUntil(dayText(account.suspendedUntil))}</p>}
            {account.debt > 0 && <p class="notice stop">{words.debt(countText(account.debt / TIYN))}</p>}
            {wantedRecord && <PlaceHold id={wantedRecord} home={account.reader.branchId} branches={branches} again={load} />}
            <LoanList loans={account.loans} today={account.today} again={load} />
            <OwnHolds holds={account.holds} branches={branches} again={load} />
            <OwnSettings account={account} again={load} />
          </>
        )}
      </div>
    </PublicPage>
  )
}
