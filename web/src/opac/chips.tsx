import type { Branch } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { Icon } from '../ui/icon.tsx'
import { CHOICES, changed, filtersChosen, type Search, toggled, withoutFilters } from './address.ts'
import { facetWord } from './facet-words.ts'

interface Props {
  search: Search
  branches: Branch[]
  go: (search: Search) => void
}

/** The filters chosen, each taken off by a press. */
export function Chips({ search, branches, go }: Props) {
  const { t, language } = useSpeech()
  if (filtersChosen(search) === 0) return null
  const chips = CHOICES.flatMap((choice) =>
    search.chosen[choice].map((value) => ({
      key: `${choice} ${value}`,
      words: facetWord(choice, value, { t, language, branches }),
      without: toggled(search, choice, value),
    })),
  )
  if (search.available) chips.unshift({ key: 'available', words: t.availableOnly, without: changed(search, { available: false }) })
  return (
    <ul class="chips" aria-label={t.chosenFilters}>
      {chips.map(({ key, words, without }) => (
        <li key={key}>
          <button type="button" class="chip" aria-label={`${t.removeFilter}: ${words}`} onClick={() => go(without)}>
            {words}
            <Icon name="close" />
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button type="button" class="chip all" onClick={() => go(withoutFilters(search))}>
            {t.clearAll}
          </button>
        </li>
      )}
    </ul>
  )
}
