import type { Branch } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { branchName } from '../i18n/words.ts'
import { type Search, SORTS, type Sort } from './address.ts'

const BOOK_LANGUAGES = ['kaz', 'rus', 'eng', 'ger', 'fre', 'tat', 'uzb', 'kir', 'kor', 'ukr']

interface Props {
  search: Search
  branches: Branch[]
  onChange: (search: Search) => void
}

export function Filters({ search, branches, onChange }: Props) {
  const { t, language } = useSpeech()
  const change = (part: Partial<Search>) => onChange({ ...search, ...part, cursor: '' })
  return (
    <section class="filters" aria-label={t.filters}>
      <label>
        <span>{t.branch}</span>
        <select name="branch" value={search.branch} onChange={(event) => change({ branch: event.currentTarget.value })}>
          <option value="">{t.allBranches}</option>
          {branches.map((branch) => (
            <option key={branch.id} value={String(branch.id)}>
              {branchName(branch, language)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t.bookLanguage}</span>
        <select name="language" value={search.language} onChange={(event) => change({ language: event.currentTarget.value })}>
          <option value="">{t.allLanguages}</option>
          {BOOK_LANGUAGES.map((code) => (
            <option key={code} value={code}>
              {(t.languages as Record<string, string>)[code]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t.sort}</span>
        <select name="sort" value={search.sort} onChange={(event) => change({ sort: event.currentTarget.value as Sort })}>
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t.sorts[sort]}
            </option>
          ))}
        </select>
      </label>
      <label class="tick">
        <input
          type="checkbox"
          name="available"
          checked={search.available}
          onChange={(event) => change({ available: event.currentTarget.checked })}
        />
        <span>{t.availableOnly}</span>
      </label>
    </section>
  )
}
