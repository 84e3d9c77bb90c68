import type { Branch } from '../api-shapes.ts'
import type { Texts } from './kk.ts'
import type { Language } from './language.tsx'

/** `2026-03-21` or an instant's text -> `21.03.2026`; the same in the three languages. */
export function dayText(day: string): string {
  const [year, month, date] = day.slice(0, 10).split('-')
  return year && month && date ? `${date}.${month}.${year}` : day
}

/** `12480` -> `12 480`, with a space that does not break. */
export const countText = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, '\u00a0')

export function branchName(branch: Pick<Branch, 'nameKk' | 'nameRu' | 'nameEn'>, language: Language): string {
  return { kk: branch.nameKk, ru: branch.nameRu, en: branch.nameEn }[language]
}

const named = (names: Record<string, string>, key: string) => names[key]

/** The dictionary knows the languages of the shelves; the browser knows the names of the rest. */
export function languageWord(t: Texts, code: string, language: Language): string {
  const known = named(t.languages, code)
  if (known) return known
  try {
    const word = new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code
    return word.charAt(0).toLocaleUpperCase(language) + word.slice(1)
  } catch {
    return code
  }
}

export const roleWord = (t: Texts, role: string) => named(t.roles, role) ?? role
