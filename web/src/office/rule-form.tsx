import { LIBRARY_TERMS, type PolicyRule, type PolicyTerms } from '../../../worker/domain/circulation/policy.ts'
import { TERM_GROUPS, type TermField, type TermGroup } from './term-fields.ts'
import { TermInput } from './term-input.tsx'
import { useOfficeWords } from './use-office-words.ts'

interface Props {
  rule: PolicyRule
  title: string
  /** The rule for everybody leaves nothing open. */
  whole: boolean
  disabled: boolean
  onChange: (rule: PolicyRule) => void
  onRemove: () => void
}

const GROUPS = Object.keys(TERM_GROUPS) as TermGroup[]

/** One rule: what it says itself, and what it inherits. */
export function RuleForm({ rule, title, whole, disabled, onChange, onRemove }: Props) {
  const words = useOfficeWords()
  const given = Object.keys(rule.terms).length
  const set = (terms: Partial<PolicyTerms>) => onChange({ ...rule, terms })
  const line = (field: TermField) => {
    const { term } = field
    const own = term in rule.terms
    const without = () => Object.fromEntries(Object.entries(rule.terms).filter(([name]) => name !== term))
    return (
      <li key={term} data-term={term} data-own={own}>
        <label class="tick">
          <input
            type="checkbox"
            checked={own}
            disabled={disabled || whole}
            onChange={(event) => set(event.currentTarget.checked ? { ...rule.terms, [term]: LIBRARY_TERMS[term] } : without())}
          />
          <span>{words.terms[term]}</span>
        </label>
        {own ? (
          <TermInput
            field={field}
            value={rule.terms[term]}
            label={words.terms[term]}
            disabled={disabled}
            onChange={(value) => set({ ...rule.terms, [term]: value })}
          />
        ) : (
          <span class="quiet">{words.inherits}</span>
        )}
      </li>
    )
  }
  return (
    <details class="rule" data-rule={title}>
      <summary>
        <strong>{title}</strong> <span class="quiet">{words.ownTerms(given)}</span>
      </summary>
      {GROUPS.map((group) => (
        <fieldset key={group}>
          <legend>{words.groups[group]}</legend>
          <ul>{TERM_GROUPS[group].map(line)}</ul>
        </fieldset>
      ))}
      {!whole && !disabled && (
        <button type="button" onClick={onRemove}>
          {words.removeRule}
        </button>
      )}
    </details>
  )
}
