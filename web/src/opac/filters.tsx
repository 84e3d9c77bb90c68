import { useState } from 'preact/hooks'
import type { SearchAnswer } from '../../../worker/domain/catalogue/search-answer.ts'
import type { Branch } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { totalText } from '../i18n/words.ts'
import { Icon } from '../ui/icon.tsx'
import { CHOICES, changed, filtersChosen, type Search, toggled } from './address.ts'
import { FacetGroup } from './facet-group.tsx'
import { type Counted, offersOf } from './facet-offers.ts'
import { facetWord } from './facet-words.ts'
import { Tick } from './tick.tsx'

interface Props {
  search: Search
  page: SearchAnswer | undefined
  counted: Counted
  branches: Branch[]
  go: (search: Search) => void
}

/** Always open beside the results; on a phone behind a button, for the results come first. */
export function Filters({ search, page, counted, branches, go }: Props) {
  const { t, language } = useSpeech()
  const [open, setOpen] = useState(false)
  const count = filtersChosen(search)
  const estimated = page?.estimated ?? false
  const inStock = page?.facets?.available.find(({ value }) => value === '1')
  const close = () => {
    setOpen(false)
    document.querySelector('.results')?.scrollIntoView()
  }
  return (
    <section class="filters" aria-label={t.filters}>
      <button type="button" class="open-filters" aria-expanded={open} aria-controls="filters" onClick={() => setOpen(!open)}>
        <Icon name="filter" />
        {count > 0 ? `${t.filters} (${count})` : t.filters}
      </button>
      <div id="filters" class={open ? 'facets' : 'facets closed'}>
        <div class="facet">
          <Tick
            name="available"
            words={t.availableOnly}
            count={inStock?.count ?? null}
            estimated={estimated}
            checked={search.available}
            onChange={() => go(changed(search, { available: !search.available }))}
          />
        </div>
        {CHOICES.map((choice) => (
          <FacetGroup
            key={choice}
            name={choice}
            heading={t.facets[choice]}
            offers={offersOf(counted, search, choice).map((offer) => ({
              ...offer,
              words: facetWord(choice, offer.value, { t, language, branches }),
              checked: search.chosen[choice].includes(offer.value),
            }))}
            estimated={estimated}
            onToggle={(value) => go(toggled(search, choice, value))}
          />
        ))}
        {page && estimated && <p class="quiet">{t.estimatedHelp}</p>}
        <button type="submit" form="search" class="no-script">
          {t.showResults}
        </button>
        <button type="button" class="primary close-filters" onClick={close}>
          {page ? `${t.showResults} (${totalText(page)})` : t.showResults}
        </button>
      </div>
    </section>
  )
}
