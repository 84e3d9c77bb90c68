import { countText } from '../i18n/words.ts'

interface Props {
  name: string
  value?: string
  words: string
  count: number | null
  estimated: boolean
  checked: boolean
  onChange: () => void
}

export function Tick({ name, value = '1', words, count, estimated, checked, onChange }: Props) {
  return (
    <label class="tick">
      {/* Sent with the search where no script follows a tick. */}
      <input type="checkbox" form="search" name={name} value={value} checked={checked} onChange={onChange} />
      <span>{words}</span>
      {count !== null && (
        <span class="number">
          {estimated && '≈ '}
          {countText(count)}
        </span>
      )}
    </label>
  )
}
