import { useLayoutEffect, useState } from 'preact/hooks'
import type { Branch } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { Icon } from '../ui/icon.tsx'
import { lazy } from '../ui/lazy.tsx'
import { useLatest } from '../ui/use-latest.ts'
import { ConfirmBar } from './confirm-bar.tsx'
import { DeedLine } from './deed-line.tsx'
import { IntegrityLine } from './integrity-line.tsx'
import { ExceptionList } from './offline/exception-list.tsx'
import { ListLine } from './offline/list-line.tsx'
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
        <div class="mode-rows">
          <div class="modes">
            <button type="button" data-mode="lend" aria-pressed={counter.mode === 'lend'} onClick={() => counter.setMode('lend')}>
              {t.lend} <kbd>F2</kbd>
            </button>
            <button type="button" data-mode="return" aria-pressed={counter.mode === 'return'} onClick={() => counter.setMode('return')}>
              {t.takeBack} <kbd>F3</kbd>
            </button>
            <button type="button" data-mode="visit" aria-pressed={counter.mode === 'visit'} onClick={() => counter.setMode('visit')}>
              {words.visits} <kbd>F4</kbd>
            </button>
          </div>
          <div class="modes">
            <button type="button" data-visit onClick={counter.visit}>
              {t.visit} <kbd>+</kbd>
            </button>
            <button type="button" data-question onClick={counter.question}>
              {words.question} <kbd>?</kbd>
            </button>
          </div>
        </div>
        <ScanField counter={counter} />
        {counter.mode === 'lend' && (
          <label class="tick on-site">
            <input
              type="checkbox"
              name="on-site"
              checked={counter.onSite}
              onChange={(event) => counter.setOnSite(event.currentTarget.checked)}
            />
            <span>{words.onSite}</span>
          </label>
        )}
        {'mediaDevices' in navigator && (
          <button type="button" data-open-camera aria-pressed={looking} onClick={() => setLooking(!looking)}>
            <Icon name="camera" /> {words.camera}
          </button>
        )}
        {looking && <CameraPanel onCode={counter.scanned} />}
        {(counter.queue.waiting > 0 || counter.queue.noLine) && (
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
        {counter.deeds.some(({ undo }) => undo) && (
          <button type="button" class="undo" data-undo onClick={counter.undoLast}>
            <Icon name="back" /> {words.undo} <kbd>Ctrl+Z</kbd>
          </button>
        )}
        {last?.choices && (
          <ul class="found-copies">
            {last.choices.map(({ copy, scan }) => (
              <li key={copy.barcode}>
                <button type="button" data-choice={copy.barcode} onClick={() => counter.choose(scan)}>
                  {[copy.barcode, copy.calledBy, copy.inventoryNumber && `№ ${copy.inventoryNumber}`].filter(Boolean).join(' · ')}
                </button>
              </li>
            ))}
          </ul>
        )}
        {last?.asks && <ConfirmBar key={last.id} asks={last.asks} role={role} counter={counter} />}
        {last?.slip && <SlipPaper slip={last.slip} branches={branches} />}
        <ExceptionList counter={counter} role={role} />
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
      <ListLine counter={counter} />
      <IntegrityLine />
    </div>
  )
}

/** Something is typed that Ctrl+Z would take back. */
const isWriting = (target: EventTarget | null) => target instanceof HTMLInputElement && target.value !== ''

/** One listener for good: one that came with each drawing would miss the key for which the screen is drawn anew. */
function useKeys(counter: Counter) {
  const latest = useLatest(counter)
  useLayoutEffect(() => {
    const deeds: Record<string, () => void> = {
      F2: () => latest.current.setMode('lend'),
      F3: () => latest.current.setMode('return'),
      F4: () => latest.current.setMode('visit'),
      Escape: () => latest.current.closeReader(),
    }
    const pressed = (event: KeyboardEvent) => {
      // By its place: on a Kazakh or Russian keyboard the key has another letter.
      const undoes = event.ctrlKey && event.code === 'KeyZ' && !event.repeat && !isWriting(event.target)
      const plain = !event.altKey && !event.ctrlKey && !event.repeat
      const deed = undoes ? latest.current.undoLast : plain ? deeds[event.key] : undefined
      if (!deed) return
      event.preventDefault()
      deed()
      document.querySelector<HTMLInputElement>('input[name="scan"]')?.focus()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [])
}
