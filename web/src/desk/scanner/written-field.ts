type Field = HTMLInputElement | HTMLTextAreaElement

export interface Written {
  field: Field
  value: string
  start: number | null
  end: number | null
}

export const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/** What stands in a field, and where the caret is: numbers, days and e-mail addresses do not tell. */
export const remember = (field: Field): Written => ({
  field,
  value: field.value,
  start: field.selectionStart,
  end: field.selectionEnd,
})

/** As it was; whoever follows the field is told. */
export function restore({ field, value, start, end }: Written) {
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
  if (start !== null && end !== null) field.setSelectionRange(start, end)
}

/** A field that asks the screen something, or that sets what it shows, is not written in. */
const NOT_WRITTEN = '[type="checkbox"], [type="radio"], [type="file"], [data-scan]:not([data-scan="here"]), [data-setting]'

/** Fields in which something was written that is not saved. */
export const unsavedFields = (form: ParentNode): Field[] =>
  [...form.querySelectorAll<Field>(`input:not(${NOT_WRITTEN}), textarea`)].filter(
    ({ value, defaultValue }) => value !== '' && value !== defaultValue,
  )

/** Something would be lost with it: a field that was written in, a list that was scanned. */
export const hasUnsavedWork = (form: ParentNode): boolean => form.querySelector('[data-work]') !== null || unsavedFields(form).length > 0
