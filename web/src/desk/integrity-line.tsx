import { useEffect, useState } from 'preact/hooks'
import { read } from '../api.ts'
import { useSpeech } from '../i18n/language.tsx'
import { momentText } from '../i18n/words.ts'
import { Icon } from '../ui/icon.tsx'
import { useDeskWords } from './use-desk-words.ts'

interface Check {
  checkedAt: string
  findings: { law: string; row: string; detail: string }[]
}

/** What the night's check of the database found: one quiet line, and the list when there is one. */
export function IntegrityLine() {
  const { t } = useSpeech()
  const words = useDeskWords()
  const [check, setCheck] = useState<Check | null>()
  useEffect(() => {
    read<{ check: Check | null }>('/api/integrity').then((answer) => setCheck(answer.ok ? answer.value.check : undefined))
  }, [])
  if (check === undefined) return null
  if (check === null) return <p class="integrity quiet">{words.notCheckedYet}</p>
  const { checkedAt, findings } = check
  const when = momentText(checkedAt, new Date())
  if (findings.length === 0) {
    return (
      <p class="integrity quiet" data-integrity="0">
        <Icon name="yes" /> {words.allWell} · {when}
      </p>
    )
  }
  return (
    <details class="integrity" data-integrity={findings.length}>
      <summary>
        <Icon name="look" /> {t.tones.look}: {words.findings(findings.length)} · {when}
      </summary>
      <p class="quiet">{words.findingsHelp}</p>
      <ul lang="en">
        {findings.map(({ law, row, detail }) => (
          <li key={`${law} ${row}`}>
            <b>{row}</b>: {detail} <span class="quiet">({law})</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
