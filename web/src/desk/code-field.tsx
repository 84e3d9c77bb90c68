import type { Ref } from 'preact'

interface Props {
  label: string
  name: string
  /**
   * Which scans come here wherever the focus is: of a card, of a copy, of both. `asks` and `here` take only what is scanned
   * into them: to ask the screen something, or to be written here and saved.
   */
  scan: 'any' | 'copy' | 'reader' | 'asks' | 'here'
  field?: Ref<HTMLInputElement>
  required?: boolean
  most?: number
  numeric?: boolean
  /** The element that says more. */
  help?: string
}

/** A barcode or another number: scanned or typed. */
export function CodeField({ label, name, scan, field = null, required = false, most = 64, numeric = false, help }: Props) {
  return (
    <label>
      <span>{label}</span>
      <input
        name={name}
        data-scan={scan}
        ref={field}
        required={required}
        autocomplete="off"
        spellcheck={false}
        maxLength={most}
        inputMode={numeric ? 'numeric' : undefined}
        aria-describedby={help}
      />
    </label>
  )
}
