import { useState } from 'preact/hooks'
import { dayOf } from '../../../worker/domain/calendar.ts'
import { PIN_DIGITS, PIN_PATTERN } from '../../../worker/domain/readers/choose-pin.ts'
import { consentIn } from '../../../worker/domain/readers/consent-text.ts'
import type { Answer } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { dayText } from '../i18n/words.ts'
import { OwnPasskeys } from '../passkeys/own-passkeys.tsx'
import { type Account, agree, changePin, changeSettings, leaveElsewhere } from './account-api.ts'
import { EnterForm } from './enter-form.tsx'
import { type Outcome, type Say, Told } from './told.tsx'
import { useAccountWords } from './use-account-words.ts'

export function OwnSettings({ account, again }: { account: Account; again: () => Promise<void> }) {
  const { language } = useSpeech()
  const words = useAccountWords()
  const [outcome, setOutcome] = useState<Outcome>()
  const { reader, history, consents, consentText } = account
  const does = async (deed: Promise<Answer<unknown>>, done: Say) => {
    const answer = await deed
    setOutcome(answer.ok ? { say: done } : answer)
    if (answer.ok) await again()
    return answer.ok
  }
  const submitPin = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const form = event.currentTarget
    const fields = new FormData(form)
    if (await does(changePin(String(fields.get('pin')), String(fields.get('newPin'))), ({ pinChanged }) => pinChanged)) form.reset()
  }
  const agreed = consents.find(({ version }) => version === consentText.version)
  const consent = consentIn(consentText, language)
  return (
    <>
      <section aria-labelledby="history">
        <h2 id="history">{words.history}</h2>
        <label class="choice">
          <input
            type="checkbox"
            data-history
            checked={reader.keepsHistory}
            onChange={(event) => does(changeSettings({ keepsHistory: event.currentTarget.checked }), ({ saved }) => saved)}
          />
          <span>{words.keepHistory}</span>
        </label>
        {!reader.keepsHistory && <p class="quiet">{words.historyOff}</p>}
        {reader.keepsHistory && history.length === 0 && <p class="quiet">{words.historyEmpty}</p>}
        <ul class="own">
          {history.map((loan) => (
            <li key={loan.id}>
              <div>
                <a href={`/record/${loan.recordId}`}>{loan.title}</a>
                <p class="quiet">{words.returnedOn(dayText(dayOf(new Date(loan.returnedAt))))}</p>
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="settings">
        <h2 id="settings">{words.settings}</h2>
        <Told outcome={outcome} />
        <label class="field">
          <span>{words.letters}</span>
          <select
            value={reader.language}
            onChange={(event) => does(changeSettings({ language: event.currentTarget.value === 'ru' ? 'ru' : 'kk' }), ({ saved }) => saved)}
          >
            <option value="kk">Қазақша</option>
            <option value="ru">Русский</option>
          </select>
        </label>
        <details>
          <summary>{words.changePin}</summary>
          <form class="pin" onSubmit={submitPin}>
            <input type="text" name="card" value={reader.card} autocomplete="username" hidden readOnly />
            <label>
              <span>{words.presentPin}</span>
              <input
                name="pin"
                type="password"
                required
                pattern="[0-9]*"
                maxlength={12}
                inputmode="numeric"
                autocomplete="current-password"
              />
            </label>
            <label>
              <span>{words.newPin}</span>
              <input
                name="newPin"
                type="password"
                required
                pattern={PIN_PATTERN}
                maxlength={PIN_DIGITS.most}
                inputmode="numeric"
                autocomplete="new-password"
                aria-describedby="pin-help"
              />
            </label>
            <p id="pin-help" class="quiet">
              {words.pinHelp}
            </p>
            <button type="submit">{words.changePin}</button>
          </form>
        </details>
        <details>
          <summary>{words.consent}</summary>
          <p class="quiet">{words.consentVersion(consentText.version)}</p>
          <p lang={consent.language}>{consent.text}</p>
          <p>
            <strong>{agreed ? words.agreedOn(dayText(dayOf(new Date(agreed.givenAt)))) : words.notAgreed}</strong>
          </p>
          {!agreed && (
            <button type="button" data-agree onClick={() => does(agree(consentText.version), ({ saved }) => saved)}>
              {words.agree}
            </button>
          )}
        </details>
        <details>
          <summary>{words.data}</summary>
          <p>{words.dataHelp}</p>
          <a class="button" href="/api/account/export" download>
            {words.download}
          </a>
        </details>
        <button type="button" data-elsewhere onClick={() => does(leaveElsewhere(), ({ leftElsewhere }) => leftElsewhere)}>
          {words.elsewhere}
        </button>
      </section>
      <OwnPasskeys own="/api/account/passkeys" signInAgain={<EnterForm level="h3" onEntered={() => location.reload()} />} />
    </>
  )
}
