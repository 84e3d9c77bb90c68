import type { Suggestion } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'

const ICONS: Record<Suggestion['kind'], IconName> = { title: 'book', author: 'person', subject: 'tag' }

export const suggestionId = (at: number) => `suggestion-${at}`

interface Props {
  suggestions: Suggestion[]
  active: number
  onChoose: (suggestion: Suggestion) => void
}

/** Always on the page, so that what is said of it is heard. */
export function SuggestionList({ suggestions, active, onChoose }: Props) {
  const { t } = useSpeech()
  return (
    <>
      <div id="suggestions" class="suggestions" role="listbox" aria-label={t.suggestions.list} hidden={suggestions.length === 0}>
        {suggestions.map((suggestion, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are pressed in the field, which keeps the focus
          <div
            key={`${suggestion.kind} ${suggestion.id ?? ''} ${suggestion.text}`}
            id={suggestionId(at)}
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            // Or the field would lose the focus, and the list its reason to be open.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(suggestion)}
          >
            <Icon name={ICONS[suggestion.kind]} />
            <span class="words">{suggestion.text}</span>
            <span class="kind">{t.suggestions.kinds[suggestion.kind]}</span>
          </div>
        ))}
      </div>
      <span class="unseen" role="status">
        {suggestions.length > 0 && t.suggestions.count(suggestions.length)}
      </span>
    </>
  )
}
