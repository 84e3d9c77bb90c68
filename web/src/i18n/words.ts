import { dayOf } from '../../../worker/domain/calendar.ts'
import { clockText, countText, dayText } from '../../../worker/domain/written.ts'
import type { Branch } from '../api-shapes.ts'
import type { Language } from './dictionary.ts'
import type { Texts } from './kk.ts'

export { clockText, countText, dayText }

/** The library's clock: `14:05` of today, `21.03.2026 14:05` of another day. */
export function momentText(instant: string, now: Date): string {
  const then = new Date(instant)
  const time = clockText(then)
  return dayOf(then) === dayOf(now) ? time : `${dayText(dayOf(then))} ${time}`
}

/** A total as it is shown: `≈ 12 400` when it is an estimate. */
export const totalText = ({ total, estimated }: { total: number; estimated: boolean }) => `${estimated ? '≈ ' : ''}${countText(total)}`

export function branchName(branch: Pick<Branch, 'nameKk' | 'nameRu' | 'nameEn'>, language: Language): string {
  return { kk: branch.nameKk, ru: branch.nameRu, en: branch.nameEn }[language]
}

const named = (names: Record<string, string>, key: string) => names[key] ?? key

/** Browsers rarely know the Kazakh names of languages, so the dictionary does; a rare one is shown by its code. */
export const languageWord = (t: Texts, code: string) => named(t.languages, code)

export const roleWord = (t: Texts, role: string) => named(t.roles, role)
