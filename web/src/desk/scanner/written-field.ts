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

/** Something on the screen would be lost with it: a field that was written in, a list that was scanned. */
export function hasUnsavedWork(screen: ParentNode): boolean {
  const fields = [...screen.querySelectorAll<Field>('input:not([type="checkbox"], [type="radio"], [type="file"], [data-scan]), textarea')]
  return screen.querySelector('[data-work]') !== null || fields.some(({ value, defaultValue }) => value !== '' && value !== defaultValue)
}
