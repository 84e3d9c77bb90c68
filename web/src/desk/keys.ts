const NO_TEXT = new Set(['checkbox', 'radio', 'button', 'submit', 'range', 'file', 'color'])

/** Whether what is typed here is text: keys go to it, and not to the scan field. */
export const isTextEntry = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && !NO_TEXT.has(target.type))

/** The digit that a scanner meant on a keyboard whose row of digits has letters, as the Kazakh one; nothing where it is a digit already. */
export function digitOfPlace({ code, key, shiftKey }: KeyboardEvent): string | undefined {
  const digit = /^Digit(\d)$/.exec(code)?.[1]
  return digit && !shiftKey && !/\d/.test(key) ? digit : undefined
}
