import { useState } from 'preact/hooks'
import { useSpeech } from '../i18n/language.tsx'
import type { Choice } from './address.ts'
import type { Offer } from './facet-offers.ts'
import { Tick } from './tick.tsx'

const SHOWN_AT_FIRST = 6

interface Props {
  name: Choice
  heading: string
  offers: (Offer & { words: string; checked: boolean })[]
  estimated: boolean
  onToggle: (value: string) => void
}

export function FacetGroup({ name, heading, offers, estimated, onToggle }: Props) {
  const { t } = useSpeech()
  const [all, setAll] = useState(false)
  const shown = all ? offers : offers.filter(({ checked }, at) => checked || at < SHOWN_AT_FIRST)
  const hidden = offers.length - shown.length
  if (offers.length === 0) return null
  return (
    <fieldset class="facet">
      <legend>{heading}</legend>
      {shown.map(({ value, words, count, checked }) => (
        <Tick
          key={value}
          name={name}
          value={value}
          words={words}
          count={count}
          estimated={estimated}
          checked={checked}
          onChange={() => onToggle(value)}
        />
      ))}
      {(hidden > 0 || all) && (
        <button
          type="button"
          class="more"
          aria-expanded={all}
          aria-label={`${heading}: ${all ? t.fewerValues : t.moreValues}`}
          onClick={() => setAll(!all)}
        >
          {all ? t.fewerValues : `${t.moreValues} (${hidden})`}
        </button>
      )}
    </fieldset>
  )
}
