import { useEffect, useRef, useState } from 'preact/hooks'
import type { Suggestion } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { Icon } from '../ui/icon.tsx'
import { SuggestionList, suggestionId } from './suggestion-list.tsx'
import { useSuggestions } from './use-suggestions.ts'

interface Props {
  q: string
  onSearch: (q: string) => void
  onChoose: (suggestion: Suggestion) => void
}

/** The server draws the box: on a slow line somebody writes in it before the script is there, and no letter of it is lost. */
const typedAlready = (q: string) => globalThis.document?.querySelector<HTMLInputElement>('#search input[name="q"]')?.value ?? q

/** A combobox of the ARIA practices: the focus stays in the field, the arrows walk the list below it. */
export function SearchBox({ q, onSearch, onChoose }: Props) {
  const { t } = useSpeech()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(() => typedAlready(q))
  const [open, setOpen] = useState(typed !== q)
  const [active, setActive] = useState(-1)
  const suggestions = useSuggestions(typed, open)
  const shown = open && suggestions.length > 0
  const asked = useRef(q)
  useEffect(() => {
    if (asked.current !== q) setTyped(q)
    asked.current = q
  }, [q])
  useEffect(() => setActive(-1), [suggestions])

  const close = () => {
    setOpen(false)
    setActive(-1)
  }
  const choose = (suggestion: Suggestion) => {
    close()
    onChoose(suggestion)
  }
  const submit = (event: Event) => {
    event.preventDefault()
    const chosen = shown ? suggestions[active] : undefined
    if (chosen) return choose(chosen)
    close()
    // The screen keyboard would cover the results.
    if (matchMedia('(pointer: coarse)').matches) field.current?.blur()
    onSearch(typed.trim())
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && !event.altKey) {
      event.preventDefault()
      // One place more than there are suggestions: the field itself.
      const places = suggestions.length + 1
      if (shown) setActive(((active + 1 + step + places) % places) - 1)
      else setOpen(true)
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault()
      close()
    }
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a form with this role is what older readers announce
    <form id="search" class="search-box" role="search" action="/search" onSubmit={submit}>
      <div class="combobox">
        <input
          ref={field}
          type="search"
          name="q"
          // biome-ignore lint/a11y/noRedundantRoles: the browser's own list, which would imply it, is not used
          role="combobox"
          list={undefined}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value)
            setActive(-1)
            setOpen(true)
          }}
          onKeyDown={press}
          onBlur={close}
          aria-label={t.searchLabel}
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls="suggestions"
          aria-activedescendant={shown && active >= 0 ? suggestionId(active) : undefined}
          placeholder={t.searchPlaceholder}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="search"
          maxLength={300}
        />
        <SuggestionList suggestions={shown ? suggestions : []} active={active} onChoose={choose} />
      </div>
      <button type="submit" class="primary" aria-label={t.search}>
        <Icon name="search" />
        <span>{t.search}</span>
      </button>
    </form>
  )
}
