import { useState } from 'preact/hooks'
import type { ImportCount } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { countText } from '../i18n/words.ts'
import { Icon } from '../ui/icon.tsx'
import { type ImportState, readImport } from './read-import.ts'
import { useDeskWords } from './use-desk-words.ts'

export function ImportScreen() {
  const words = useDeskWords()
  const [told, setTold] = useState<ImportState>()
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const file = new FormData(event.currentTarget).get('file')
    if (file instanceof File && file.size > 0) void readImport(file, setTold)
  }
  return (
    <section class="import">
      <h1>{words.importHeading}</h1>
      <p class="quiet" id="import-help">
        {words.importHelp}
      </p>
      <form onSubmit={submit}>
        <label>
          <span>{words.file}</span>
          <input type="file" name="file" required accept=".mrc,.iso,.marc,.xml,.dat,.txt" aria-describedby="import-help" />
        </label>
        <button type="submit" class="primary" disabled={told?.state === 'running'}>
          {words.upload}
        </button>
      </form>
      <div aria-live="polite">{told && <Told told={told} />}</div>
    </section>
  )
}

function Told({ told }: { told: ImportState }) {
  const { t } = useSpeech()
  const words = useDeskWords()
  switch (told.state) {
    case 'running':
      return (
        <div class="notice">
          <p>{words.importRunning}</p>
          <progress aria-label={words.importRunning} />
          {told.count && <Counts count={told.count} />}
        </div>
      )
    case 'done':
      return (
        <div class="notice done" data-import-summary>
          <p>
            <Icon name="yes" /> <strong>{words.importDone}</strong> {told.file}
          </p>
          <Counts count={told.count} />
        </div>
      )
    case 'broken':
      return (
        <div class="notice stop">
          <p>{words.importBroken}</p>
          {told.count && <Counts count={told.count} />}
        </div>
      )
    case 'refused':
      return (
        <p class="notice stop" data-refused={told.refused}>
          <strong>{t.refusals[told.refused]}.</strong> {t.nextSteps[told.refused]}
        </p>
      )
  }
}

const COUNTED = ['read', 'added', 'updated', 'unchanged', 'quarantined'] as const

function Counts({ count }: { count: ImportCount }) {
  const words = useDeskWords()
  return (
    <dl class="counts">
      {COUNTED.map((each) => (
        <div key={each} data-count={each}>
          <dt>{words.importCounts[each]}</dt>
          <dd>{countText(count[each])}</dd>
        </div>
      ))}
    </dl>
  )
}
