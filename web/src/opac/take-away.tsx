import { useEffect, useState } from 'preact/hooks'
import { gostDescription } from '../../../worker/domain/catalogue/gost-description.ts'
import type { BookRecord } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'

const FILES = [
  ['bibtex', 'BibTeX'],
  ['ris', 'RIS'],
  ['marc', 'MARC'],
  ['marcxml', 'MARCXML'],
] as const

/** The record to be cited, taken along or shown to others. */
export function TakeAway({ record }: { record: BookRecord }) {
  const { t, language } = useSpeech()
  const words = t.takeAway
  const [said, setSaid] = useState<'copied' | 'notCopied'>()
  const [mayShare, setMayShare] = useState(false)
  useEffect(() => setMayShare('share' in navigator), [])
  const citation = gostDescription(record.description, language)
  const copy = (text: string) => {
    const done = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))
    done.then(
      () => setSaid('copied'),
      () => setSaid('notCopied'),
    )
  }
  const here = () => location.origin + location.pathname
  // Whoever closes the list of programs without choosing one has shared nothing, and that is all.
  const share = () => void navigator.share({ title: record.title, url: here() }).catch(() => undefined)
  const fileOf = (as: string) => `/api/records/${record.id}/export?as=${as}&lang=${language}`
  return (
    <section aria-labelledby="take-away" class="take-away">
      <h2 id="take-away">{t.citeAndShare}</h2>
      <h3>{words.citation}</h3>
      <p class="citation">{citation}</p>
      <p class="row scripted screen-only">
        <button type="button" onClick={() => copy(citation)}>
          {words.copy}
        </button>
        <button type="button" onClick={() => copy(here())}>
          {words.copyLink}
        </button>
        {mayShare && (
          <button type="button" onClick={share}>
            {words.share}
          </button>
        )}
        <span role="status">{said && words[said]}</span>
      </p>
      <p class="row screen-only">
        <span class="quiet">{words.files}:</span>
        {FILES.map(([as, name]) => (
          <a key={as} href={fileOf(as)} download>
            {name}
          </a>
        ))}
        <a href={fileOf('gost')} download>
          {words.text}
        </a>
      </p>
      <details class="qr screen-only">
        <summary>{words.qr}</summary>
        <img
          src={`/api/records/${record.id}/qr`}
          alt={`${words.qr}: ${record.title || t.untitled}`}
          width="160"
          height="160"
          loading="lazy"
        />
        <p class="quiet">{words.qrHelp}</p>
      </details>
    </section>
  )
}
