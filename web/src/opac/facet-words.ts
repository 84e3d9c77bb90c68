import type { Branch } from '../api-shapes.ts'
import type { Language } from '../i18n/dictionary.ts'
import type { Texts } from '../i18n/kk.ts'
import { branchName, languageWord } from '../i18n/words.ts'
import type { Choice } from './address.ts'

export interface Namer {
  t: Texts
  language: Language
  branches: Branch[]
}

const LAST_OF_DECADE = 9

/** A filter's value as a reader reads it. */
export function facetWord(choice: Choice, value: string, { t, language, branches }: Namer): string {
  switch (choice) {
    case 'branch': {
      const branch = branches.find(({ id }) => String(id) === value)
      return branch ? branchName(branch, language) : value
    }
    case 'language':
      return languageWord(t, value)
    case 'decade':
      return `${value}–${Number(value) + LAST_OF_DECADE}`
    case 'class':
      return (t.groups as Record<string, string>)[value] ?? value
    default:
      return value
  }
}
