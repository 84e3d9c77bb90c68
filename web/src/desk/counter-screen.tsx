import { useEffect, useState } from 'preact/hooks'
import type { Branch } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { Icon } from '../ui/icon.tsx'
import { lazy } from '../ui/lazy.tsx'
import { ConfirmBar } from './confirm-bar.tsx'
import { DeedLine } from './deed-line.tsx'
import { IntegrityLine } from './integrity-line.tsx'
import { ReaderPanel } from './reader-panel.tsx'
import { ScanField } from './scan-field.tsx'
import { SlipPaper } from './slip-paper.tsx'
import type { Counter } from './use-counter.ts'
import { useDeskWords } from './use-desk-words.ts'

const CameraPanel = lazy(async () => (await import('./camera/camera-panel.tsx')).CameraPanel)

export function CounterScreen({ counter, role, branches }: { counter: Counter; role: string; branches: Branch[] }) {
  const { t } = useSpeech()
  const words = useDeskWords()
  const [looking, setLooking] = useState(false)
  useKeys(counter)
  const [last, ...earlier] = counter.deeds
  return (
    <div class="counter">
      <section class="work" aria-label={t.mode}>
        <h1 class="unseen">{t.desk}</h1>
        <div class="modes">
          <button type="button" data-mode="lend" aria-pressed={counter.mode === 'lend'} onClick={() => counter.setMode('lend')}>
            {t.lend} <kbd>F2</kbd>
          </button>
          <button type="button" data-mode="return" aria-pressed={counter.mode === 'return'} onClick={() => counter.setMode('return')}>
            {t.takeBack} <kbd>F3</kbd>
          </button>
          <button type="button" data-visit onClick={counter.visit}>
            {t.visit} <kbd>F4</kbd>
          </button>
        </div>
        <ScanField counter={counter} />
        {'mediaDevices' in navigator && (
          <button type="button" data-open-camera aria-pressed={looking} onClick={() => setLooking(!looking)}>
            <Icon name="camera" /> {words.camera}
          </button>
        )}
        {looking && <CameraPanel onCode={counter.scanned} />}
        {counter.queue.waiting > 0 && (
          <p class={counter.queue.noLine ? 'queue no-line' : 'queue'} role="status" data-queue={counter.queue.waiting}>
            <Icon name={counter.queue.noLine ? 'look' : 'clock'} />
            <span>
              <b>{t.queue(counter.queue.waiting)}</b> {counter.queue.noLine && t.noLine}
            </span>
          </p>
        )}
        <div class="last" aria-live="assertive" aria-atomic="true">
          {last ? (
            <DeedLine key={last.id} deed={last} big />
          ) : (
            <div class="deed big idle">
              <div>
                <p class="word">
                  <strong>{t.deskReady}</strong>
                </p>
                <p>{t.deskReadyHelp}</p>
              </div>
            </div>
          )}
        </div>
        {last?.asks && <ConfirmBar key={last.id} asks={last.asks} role={role} counter={counter} />}
        {last?.slip && <SlipPaper slip={last.slip} branches={branches} />}
        {earlier.length > 0 && (
          <section class="earlier" aria-labelledby="deeds">
            <h2 id="deeds">{t.deeds}</h2>
            <ol>
              {earlier.map((deed) => (
                <li key={deed.id}>
                  <DeedLine deed={deed} />
                </li>
              ))}
            </ol>
          </section>
        )}
      </section>
      <div aria-live="polite">
        <ReaderPanel counter={counter} />
      </div>
      <IntegrityLine />
    </div>
  )
}

function useKeys(counter: Counter) {
  useEffect(() => {
    const deeds: Record<string, () => void> = {
      F2: () => counter.setMode('lend'),
      F3: () => counter.setMode('return'),
      F4: counter.visit,
      Escape: counter.closeReader,
    }
    const pressed = (event: KeyboardEvent) => {
      const deed = event.altKey || event.ctrlKey || event.repeat ? undefined : deeds[event.key]
      if (!deed) return
      event.preventDefault()
      deed()
      document.querySelector<HTMLInputElement>('input[name="scan"]')?.focus()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  })
}
