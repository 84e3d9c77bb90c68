import { useEffect, useState } from 'preact/hooks'
import { useSpeech } from '../i18n/language.tsx'
import { Icon } from '../ui/icon.tsx'

export function SearchBox({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const { t } = useSpeech()
  const [typed, setTyped] = useState(q)
  useEffect(() => setTyped(q), [q])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a form with this role is what older readers announce
    <form
      class="search-box"
      role="search"
      action="/"
      onSubmit={(event) => {
        event.preventDefault()
        onSearch(typed.trim())
      }}
    >
      <input
        type="search"
        name="q"
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
        aria-label={t.searchLabel}
        placeholder={t.searchPlaceholder}
        autocomplete="off"
        maxLength={300}
      />
      <button type="submit" class="primary" aria-label={t.search}>
        <Icon name="search" />
        <span>{t.search}</span>
      </button>
    </form>
  )
}
