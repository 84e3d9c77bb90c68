import { useSpeech } from '../i18n/language.tsx'
import { SORTS, type Sort } from './address.ts'

export function SortChoice({ sort, onChange }: { sort: Sort; onChange: (sort: Sort) => void }) {
  const { t } = useSpeech()
  return (
    <label class="sort">
      <span>{t.sort}</span>
      <select
        name="sort"
        form="search"
        value={sort}
        onChange={({ currentTarget }) => onChange(SORTS.find((each) => each === currentTarget.value) ?? 'relevance')}
      >
        {SORTS.map((each) => (
          <option key={each} value={each}>
            {t.sorts[each]}
          </option>
        ))}
      </select>
    </label>
  )
}
