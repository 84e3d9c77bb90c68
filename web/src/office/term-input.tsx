import type { PolicyTerms } from '../../../worker/domain/circulation/policy.ts'
import type { TermField } from './term-fields.ts'
import { useOfficeWords } from './use-office-words.ts'

type Value = PolicyTerms[keyof PolicyTerms]

interface Props {
  field: TermField
  /** Undefined: inherited. */
  value: Value | undefined
  label: string
  disabled: boolean
  onChange: (value: Value) => void
}

const TIYN = 100

/** One term of a rule; an empty field of an open term is no limit. */
export function TermInput({ field, value, label, disabled, onChange }: Props) {
  const words = useOfficeWords()
  if (field.as === 'yes-or-no') {
    return (
      <select
        aria-label={label}
        disabled={disabled}
        value={value ? 'yes' : 'no'}
        onChange={(event) => onChange(event.currentTarget.value === 'yes')}
      >
        <option value="yes">{words.yes}</option>
        <option value="no">{words.no}</option>
      </select>
    )
  }
  if (field.as === 'choice') {
    const choose = (chosen: string) => {
      const found = field.choices.find((choice) => choice === chosen)
      if (found) onChange(found)
    }
    return (
      <select aria-label={label} disabled={disabled} value={String(value)} onChange={(event) => choose(event.currentTarget.value)}>
        {field.choices.map((choice) => (
          <option key={choice} value={choice}>
            {words.choices[choice]}
          </option>
        ))}
      </select>
    )
  }
  const factor = field.as === 'tenge' ? TIYN : 1
  const shown = value === null || value === undefined ? '' : field.as === 'day' ? String(value) : String(Number(value) / factor)
  const enter = (text: string) => {
    if (text === '') return field.open ? onChange(null) : undefined
    if (field.as === 'day') return onChange(text)
    const entered = Math.round(Number(text) * factor)
    return Number.isFinite(entered) && entered >= 0 ? onChange(entered) : undefined
  }
  return (
    <input
      type={field.as === 'day' ? 'date' : 'number'}
      min={0}
      aria-label={label}
      disabled={disabled}
      required={!field.open}
      placeholder={field.open ? words.noLimit : ''}
      value={shown}
      onChange={(event) => enter(event.currentTarget.value)}
    />
  )
}
