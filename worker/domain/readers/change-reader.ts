import type { Day } from '../calendar.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { tidyName } from './name-key.ts'
import { againstForm, type Person, type ReaderRules } from './reader-form.ts'
import type { ReaderRecord } from './reader-record.ts'

export type ReaderChange = { [Name in keyof Person | 'keepsHistory' | 'branchId']?: ReaderRecord[Name] | undefined }

/** What is not named stays as it was; a form that was incomplete before is asked for nothing more by a change of the rest of it. */
export function changeReader(
  { reader, rules }: { reader: ReaderRecord | undefined; rules: ReaderRules },
  change: ReaderChange,
  today: Day,
): ReaderRecord | Refusal {
  if (!reader) return refuse('reader-not-found')
  const named = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<ReaderRecord>
  const changed = { ...reader, ...named }
  changed.name = tidyName(changed.name)
  const wrong = againstForm(changed, rules, today)
  const before = againstForm(reader, rules, today)
  const news = wrong?.refusals.filter((slug) => !before?.refusals.includes(slug)) ?? []
  const [first, ...others] = news
  return first ? refuse(first, ...others) : changed
}
